"""Addresses of open records. Each page has a JSON twin."""

from django.urls import path

from torvet.modules.records.views import feeds, reading, searching, staff, twins, watching

app_name = "records"
urlpatterns = [
    path("", reading.front, name="front"),
    path("forside.json", twins.front_json, name="front-json"),
    path("soeg/", searching.search_view, name="search"),
    path("soeg.json", searching.search_json, name="search-json"),
    path("soeg.atom", searching.search_atom, name="search-atom"),
    path("sag/<slug:slug>/", reading.case, name="case"),
    path("sag/<slug:slug>.json", twins.case_json, name="case-json"),
    path("sag/<slug:slug>.atom", feeds.case_atom, name="case-atom"),
    path("dokument/<slug:slug>/", reading.document, name="document"),
    path("dokument/<slug:slug>.json", twins.document_json, name="document-json"),
    path("dokument/<slug:slug>.pdf", reading.document_file, name="document-file"),
    path("dokument/<slug:slug>/bevis/", reading.proof, name="proof"),
    path("dokument/<slug:slug>/bevis.json", twins.proof_json, name="proof-json"),
    path("regler/", reading.policy, name="policy"),
    path("robot/", watching.robot, name="robot"),
    path("robot.json", watching.robot_json, name="robot-json"),
    path("robot/koer/", watching.run_robot, name="robot-run"),
    path("robot/stop/<uuid:uuid>/ophaev/", watching.lift_stop, name="lift-stop"),
    path("leveringsformat/<slug:name>.schema.json", reading.delivery_schema, name="delivery-schema"),
    path("journal/", staff.journal, name="journal"),
    path("journal/<slug:slug>/", staff.journal_document, name="journal-document"),
    path("journal/<slug:slug>/traek-tilbage/", staff.withdraw, name="withdraw"),
    path("journal/<slug:slug>/proev-igen/", staff.retry, name="retry"),
    path("karantaene/", staff.quarantine, name="quarantine"),
]

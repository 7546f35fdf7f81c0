#!/bin/sh
# Says where to look and who can log in.
cat <<'TEXT'

  Fjordby Kommune er klar. Journalen fra i går er åben i dag.

    Forside            http://127.0.0.1:8000/
    Søg                http://127.0.0.1:8000/soeg/?q=cykelsti
    Byggeklodser       http://127.0.0.1:8000/stil/
    Log på             http://127.0.0.1:8000/log-paa/

  Du kan logge på som (adgangskode: fjordby-demo)
    mette     Mette Lund, journalmedarbejder: ser alt, trækker tilbage
    jonas     Jonas Kjær, Teknik og Miljø: ser afdelingens dokumenter
    sara      Sara Bak, drift: baggrundsarbejde og karantæne
    kirsten   Kirsten Holm, databeskyttelsesrådgiver: hvem gjorde hvad

TEXT

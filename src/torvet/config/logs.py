"""Log lines: one JSON object each, no personal data.

A request's address and query string never reach a log: a citizen's search is nobody's business.
"""

import logging

import structlog


def _redacted_request(logger: object, name: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    """Drop what Django hangs on a record that could hold personal data."""
    for key in ("request", "server_time", "args"):
        event.pop(key, None)
    return event


def formatter() -> logging.Formatter:
    """Make the formatter of the standard handler, and lead what structlog is told to the same handler."""
    before: list[structlog.typing.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*before, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=before,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            _redacted_request,
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
    )

"""The lines that make nbgrader use this grading layer; cheap to import."""

from __future__ import annotations

from pathlib import Path
from typing import Any


def configure(config: Any) -> None:
    """Make nbgrader use this grading layer.

    ``nbgrader autograde``, the formgrader's button and ``python -m autograder`` then all
    take the same road.  Scores, late penalties, manual grading and exports stay nbgrader's.

    Parameters
    ----------
    config : traitlets.config.Config
        The ``c`` of ``nbgrader_config.py``.
    """
    plug = "autograder.plug."
    stock = "nbgrader.preprocessors."
    exchange = "autograder.exchange."
    config.ExchangeFactory.collect = exchange + "collect.Collect"
    config.ZipCollectApp.extractor_plugin = exchange + "archives.CheckedExtractor"
    config.ZipCollectApp.collector_plugin = exchange + "archives.CheckedCollector"
    config.Autograde.pre_convert_hook = exchange + "arrivals.before_grading"
    config.Autograde.exporter_class = plug + "SubmissionExporter"
    config.Autograde.sanitize_preprocessors = [
        plug + "RestoreCells",
        stock + "OverwriteKernelspec",
        stock + "OverwriteCells",
        stock + "CheckCellMetadata",
    ]
    config.Autograde.autograde_preprocessors = [
        plug + "RunAndJudge",
        plug + "SaveGrades",
        stock + "AssignLatePenalties",
        stock + "CheckCellMetadata",
    ]
    config.HTMLExporter.filters = {"markdown2html": "autograder.markdown.as_html"}
    page = Path(__file__).with_name("templates") / "grading_page.html.j2"
    config.HTMLExporter.template_file = str(page)
    config.HTMLExporter.preprocessors = ["autograder.rubric.ShowRubric"]
    config.GenerateFeedback.exporter_class = "autograder.feedback.FeedbackExporter"
    config.GenerateFeedback.preprocessors = ["autograder.feedback.GetMarks"]

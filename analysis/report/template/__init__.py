"""Files to fill in, for each sort of measurement, with the project's own names: they read back without a question."""

from analysis.report.template.content import StaffMember, TemplateWords
from analysis.report.template.text_file import template_csv
from analysis.report.template.workbook import template_xlsx

__all__ = ["StaffMember", "TemplateWords", "template_csv", "template_xlsx"]

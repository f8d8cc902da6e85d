"""How far several people agree on one story: coefficients, what each said, and the lines of the result."""

from annotator.agreement.measure import Agreement, Gap, Report, measure_agreement
from annotator.agreement.people import Person, Workspace, find_people

__all__ = ["Agreement", "Gap", "Person", "Report", "Workspace", "find_people", "measure_agreement"]

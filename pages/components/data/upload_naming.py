"""What the labels of a file are called in the plan: asked where nobody has said it, and where it was said before."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from analysis import uploads
from analysis.language.sentences import names_listed
from analysis.model.kinds import Measurement, Role
from analysis.model.storing import LabelMatch
from analysis.planning import Plan
from analysis.uploads import Answers, Naming, ReadFile
from pages.components.data.upload_groups import ask_group_of_each, ask_one_group, ask_what_groups_are
from pages.components.session import language, say, say_count
from pages.components.words import as_label, plain

MOST_NAMED = 20


def name_labels(plan: Plan, file: ReadFile) -> Naming:
    """Ask until every label and every employee has its place."""
    groups = [group.name for group in plan.target_groups]
    if file.has_staff and file.staff:
        tell_of_staff_list(file)
    are_cases = ask_what_groups_are(file) if file.in_several_groups and not file.is_of_listed_staff else False
    proposed = uploads.propose(plan, file, Answers(groups_are_case_kinds=are_cases))
    point_at_mapping(file, proposed)
    decided = (
        *ask_all("workflow", proposed.unknown_workflows, proposed.known_workflows),
        *ask_all("target_group", proposed.unknown_target_groups, groups),
        *ask_again(proposed, groups),
    )
    return uploads.propose(
        plan,
        file,
        Answers(
            labels=decided,
            target_group=ask_one_group(groups, are_cases) if proposed.group_is_missing else None,
            groups_are_case_kinds=are_cases,
            staff=() if are_cases else ask_group_of_each(proposed.several_groups, groups),
        ),
    )


def tell_of_staff_list(file: ReadFile) -> None:
    """Whose target group is the list's, and of whom the file says something else."""
    employees = say_count("count.employees", len(file.staff))
    some = say("staff.listed_some", employees=employees, all=len(file.ingested.summary.employees))
    words = [say("staff.listed_all") if file.is_of_listed_staff else some]
    if file.otherwise_listed:
        names = plain(names_listed(file.otherwise_listed[:MOST_NAMED], language()))
        words.append(say_count("staff.otherwise_listed", len(file.otherwise_listed), names=names))
    st.info(" ".join(words))


def point_at_mapping(file: ReadFile, proposed: Naming) -> None:
    """Where the plan knows not one of the names, the column is likelier to be wrong than all of them."""
    known, unknown = proposed.known_workflows, proposed.unknown_workflows
    column = next((one.header for one in file.ingested.columns if one.role is Role.WORKFLOW), None)
    is_all = unknown == file.ingested.summary.workflows and file.ingested.measurement is not Measurement.SERIES
    if known and unknown and is_all and column and not any(uploads.nearest(label, known) for label in unknown):
        mapping = say_count("columns.title", len(file.ingested.columns))
        st.warning(say("upload.all_unknown", column=plain(column), mapping=mapping))


def ask_all(kind: str, labels: Sequence[str], names: Sequence[str]) -> tuple[LabelMatch, ...]:
    if labels:
        st.subheader(say(f"upload.unknown_{kind}"))
    answers = [ask(kind, label, names) for label in labels]
    return tuple(answer for answer in answers if answer is not None)


def ask_again(proposed: Naming, groups: Sequence[str]) -> tuple[LabelMatch, ...]:
    """What was said of an earlier file, to be changed; in the open where it leaves rows out."""
    workflows, target_groups = proposed.remembered_workflows, proposed.remembered_target_groups
    before = [*workflows, *target_groups]
    if not before:
        return ()
    with st.expander(
        say_count("upload.remembered_names", len(before)), expanded=any(match.name is None for match in before)
    ):
        answers = [
            *(ask("workflow", match.label, proposed.known_workflows, match) for match in workflows),
            *(ask("target_group", match.label, groups, match) for match in target_groups),
        ]
    return tuple(answer for answer in answers if answer is not None)


def ask(kind: str, label: str, names: Sequence[str], before: LabelMatch | None = None) -> LabelMatch | None:
    """What the label is; it stands on what was said before, else on the name that it resembles."""
    choices = {say("upload.as", name=name): LabelMatch(label, name) for name in names}
    choices[say("upload.add", name=label)] = LabelMatch(label, label)
    choices[say("upload.leave_out")] = LabelMatch(label, None)
    proposal = before or LabelMatch(label, uploads.nearest(label, names))
    is_proposed = before is not None or proposal.name is not None
    chosen = st.selectbox(
        say("upload.what_is", label=as_label(label)),
        list(choices),
        list(choices.values()).index(proposal) if is_proposed else None,
        key=f"name-{kind}-{label}",
        placeholder=say("upload.choose"),
    )
    if is_proposed:
        st.caption(say("upload.as_before" if before else "upload.proposed"))
    return choices[chosen] if chosen else None

"""What can be wrong with registrations together although each row is right by itself."""

from __future__ import annotations

from collections import defaultdict

from analysis.estimate.registrations import Registration
from analysis.estimate.settings import Settings

Registrations = tuple[Registration, ...]


def contradictions(registrations: Registrations, settings: Settings) -> tuple[str, ...]:
    """One sentence for each contradiction."""
    faults = list(_groups_on_some_rows(registrations))
    for wave in settings.waves:
        of_wave = tuple(one for one in registrations if one.wave == wave)
        if not of_wave:
            faults.append(f"No row has the wave {wave!r}. Check the name, in the file and in the settings.")
        faults += [*_dates_on_some_rows(wave, of_wave), *_populations(wave, of_wave)]
    return tuple(faults)


def _groups_on_some_rows(registrations: Registrations) -> tuple[str, ...]:
    without = [one.row for one in registrations if not one.target_group]
    if not without or len(without) == len(registrations):
        return ()
    return (f"Row {without[0]} has no group although others have. Give every row its group, or none.",)


def _dates_on_some_rows(wave: str, registrations: Registrations) -> tuple[str, ...]:
    without = [one.row for one in registrations if not one.day]
    if not without or len(without) == len(registrations):
        return ()
    return (
        f"Row {without[0]} has no date although others of the wave {wave!r} have ({len(without)} rows without). "
        "Give every row of the wave its date, or none.",
    )


def _populations(wave: str, registrations: Registrations) -> tuple[str, ...]:
    employees, sizes = defaultdict(set), defaultdict(set)
    for one in registrations:
        employees[one.target_group].add(one.employee)
        if one.population is not None:
            sizes[one.target_group].add(one.population)
    faults = []
    for group, known in sorted(sizes.items()):
        where = f"The group {group!r} in the wave {wave!r}"
        if len(known) > 1:
            numbers = ", ".join(str(size) for size in sorted(known))
            faults.append(f"{where} has several group_population: {numbers}. Write the same number on each row.")
        elif len(employees[group]) > min(known):
            faults.append(
                f"{where} has {len(employees[group])} employees taking part and a group_population of {min(known)}. "
                "Correct the group_population."
            )
    return tuple(faults)

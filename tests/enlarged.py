"""A site of any size, made of a small one: what it lists again and again under new numbers and names."""

import dataclasses
from itertools import cycle, islice

from qingdan.model.parts import ANSWERS, LAWS, part_of
from qingdan.site.site import Site


def enlarged(site: Site, **counts: int) -> Site:
    """Return the same site with so many records more in each folder named, one of each kind in turn.

    Entries that answer others are not repeated; further answers belong to further entries of the same list.
    """
    lists = {folder: (*site.data.lists[folder], *_again(site, folder, count)) for folder, count in counts.items()}
    return dataclasses.replace(site, data=dataclasses.replace(site.data, lists={**site.data.lists, **lists}))


def _again(site, folder, count):
    once = [one for one in site.data.lists[folder] if not getattr(one.value, "answers", ())]
    kinds = {getattr(one.value, "level", getattr(one.value, "field", one.value.id)): one for one in once}
    for number, one in enumerate(islice(cycle(kinds.values()), count)):
        yield dataclasses.replace(one, value=one.value.model_copy(update=_renamed(one.value, number)))


def _renamed(record, number):
    part = part_of(record)
    if part is LAWS:
        return {"id": f"{record.id}-{number}", "name": f"{record.name}{number}号", "short": f"{record.short}{number}号"}
    new = 10_000 + number
    return {"id": f"{part.prefix}{new}", **({"entry": f"{record.entry[:3]}{new}"} if part is ANSWERS else {})}

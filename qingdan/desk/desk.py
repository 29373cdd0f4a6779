"""The desk's questions and answers: what each call of the page takes, and what it gives back."""

from datetime import date
from pathlib import Path
from typing import Any

from ..edit.slip.apply import Refused, applied, ours
from ..edit.slip.edits import with_edits
from ..edit.slip.slip import ADD, EDITS, JOBS, Slip, read, written
from ..edit.slip.thing import jobs_of, list_named, name_of, seen, thing_of, things
from ..model import Entry
from ..model.load import Data
from ..model.parts import FILED, Part, part_of, path_of
from ..site.check import Unproven, examine
from ..source.files import fingerprint
from ..source.write import Unwritable
from .addresses import Host
from .fields import Values, offered, values_of
from .form import Form, form_of
from .ground import Ground
from .live import Checked, Ready, checked
from .look import look
from .mends import in_a_form
from .selecting import selected

Answer = dict[str, Any]
_DECLINED = "这几个字里没有可以引用的完整的话，请多划几个字"


class Desk:
    """A proven data folder at which somebody works. Raises Unproven where it has faults."""

    def __init__(self, folder: Path, day: date, host: Host, root: str = "../") -> None:
        data, problems = examine(folder, day)
        if data is None or problems:
            raise Unproven(problems)
        self.ground, self.host, self.root = Ground(data, folder, fingerprint(folder), host.commit), host, root

    @property
    def data(self) -> Data:
        """What it works on."""
        return self.ground.data

    def start(self) -> Answer:
        """Return what the site is called, what can be changed, what can be added, and the reports."""
        every = [{"id": id, "name": name_of(one), "list": part_of(one.value).name} for id, one in things(self.data)]
        reports = [
            {
                "year": report.year,
                "title": report.meta.value.title,
                "paragraphs": [{"label": one.label, "text": one.raw} for one in report.paragraphs],
            }
            for report in self.data.reports
        ]
        return {
            "site": self.data.body.value.title,
            "as_of": self.data.as_of.isoformat(),
            "commit": self.host.commit,
            "things": every,
            "kinds": [{"kind": part.folder, "title": _named(part)} for part in FILED],
            "reports": reports,
        }

    def jobs(self, id: str) -> Answer:
        """Return what can be done to something. Raises NoThing."""
        thing = thing_of(self.data, id)
        facts = [f"现在{seen(thing, '')}"] if isinstance(thing.value, Entry) else []
        return {
            "id": id,
            "name": name_of(thing),
            "list": part_of(thing.value).name,
            "address": path_of(thing.value),
            "facts": facts,
            "jobs": [{"job": job, "about": JOBS[job]} for job in jobs_of(thing)],
        }

    def form(self, job: str, id: str) -> Answer:
        """Return a form. Raises NoThing."""
        form = form_of(job, id, self.data)
        about = {"title": form.title, "intro": form.intro, "fields": form.fields, "values": form.values}
        return {"job": job, "id": id, **about}

    def check(self, job: str, id: str, values: Values) -> Answer:
        """Return what is wrong with a form. Raises NoThing."""
        found = self._checked(job, id, values)
        messages = [
            {
                "path": "/".join(one.path),
                "text": one.text,
                "said": in_a_form(one.text),
                "mend": one.mend
                and {"label": one.mend.label, "path": "/".join(one.mend.path), "value": one.mend.value},
            }
            for one in found.messages
        ]
        return {
            "messages": messages,
            "missing": list(found.missing),
            "hidden": list(found.hidden),
            "offers": dict(offered(values, self.data)),
            "ready": found.ready is not None,
        }

    def see(self, job: str, id: str, values: Values) -> Answer:
        """Return the page as it will be, and what changes. Raises NoThing, and Refused where there is nothing to see yet."""
        seen = look(self._ready(job, id, values), self.data, self.root)
        return {"html": seen.html, "changes": list(seen.changes)}

    def hand(self, job: str, id: str, values: Values) -> Answer:
        """Return the sheet, and the files with the pages on which they are handed over. Raises as `see`."""
        ready = self._ready(job, id, values)
        files = []
        for path, content in ready.done.change.items():
            fresh, text, name = not (self.ground.folder / path).exists(), content.decode("utf-8-sig"), path.as_posix()
            address, filled = self.host.new_file(name, text) if fresh else (self.host.edit_file(name), False)
            about = {"path": self.host.file(name), "text": text}
            files.append({**about, "fresh": fresh, "filled": filled, "address": address})
        name = f"变更单-{ready.done.id}-{job}-{self.data.as_of:%Y%m%d}.yml"
        return {"slip": written(ready.slip), "slip_name": name, "files": files}

    def select(self, year: int, label: str, start: int, end: int) -> Answer:
        """Return the quotation that marked words make."""
        quote, figures = selected(self.data, year, label, start, end)
        return {"quote": quote, "figures": figures, "told": "" if quote else _DECLINED}

    def take(self, text: str) -> Answer:
        """Return a sheet as a form that is filled in, with what does not fit any more. Raises Unreadable, NoThing, Refused."""
        slip = read(text.encode(), "变更单")
        ours(slip, self.data)
        form = self._form_of(slip)
        told = [f"{slip.made} 写的变更单。"]
        if slip.data != self.ground.version:
            told.append("写这张变更单以后，数据又改过。")
        conflicts: tuple[str, ...] = ()
        try:
            applied(slip, self.data, self.ground.folder)
        except Refused as refused:
            conflicts = refused.reasons
        except Unwritable as reason:
            conflicts = (str(reason),)
        id = form.part.folder if form.part else str(slip.id)
        return {"job": slip.job, "id": id, "values": _filled(form, slip), "told": told, "conflicts": list(conflicts)}

    def _form_of(self, slip: Slip) -> Form:
        if slip.job != ADD:
            return form_of(slip.job, slip.id or "", self.data)
        part = list_named(slip.part)
        return form_of(ADD, part.folder if part else slip.part or "", self.data)

    def _checked(self, job: str, id: str, values: Values) -> Checked:
        return checked(form_of(job, id, self.data), values, self.ground)

    def _ready(self, job: str, id: str, values: Values) -> Ready:
        found = self._checked(job, id, values)
        if found.ready is None:
            raise Refused(*(one.text for one in found.messages), *(["还有没填的"] if found.missing else []))
        return found.ready


def _named(part: Part) -> str:
    """Return what a new record of a part is called, and where it goes."""
    return part.title if part.title == part.name else f"{part.title}（{part.name}）"


def _filled(form: Form, slip: Slip) -> Values:
    if slip.job in EDITS:
        return values_of(form.model, with_edits(form.before, slip.edits))
    said = values_of(form.model, slip.content)
    return {key: value or form.values.get(key, value) for key, value in said.items()}

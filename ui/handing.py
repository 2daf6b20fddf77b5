# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is handed over to who comes next: always the main diagnosis, whatever is shown."""

from collections.abc import Callable, Mapping

from autodiag.dossier.author import Stamp
from autodiag.errors import AutodiagError
from autodiag.model.dossier import Snapshot
from autodiag.model.knowledge import Knowledge
from autodiag.scoring.handed import Writers
from ui.written import Written

Read = Callable[[], Mapping[str, Stamp]]


class Handing(Written):
    """The part of the bridge that knows of the main diagnosis while another one is shown."""

    def main(self) -> Snapshot:
        """The main diagnosis: the year shown, or its latest while another questionnaire is, read
        from the file on each call. Where it cannot be read, what is shown: `refused` says why."""
        try:
            return self._session.main()
        except AutodiagError as error:
            self.refused.emit(error)
            return self._session.snapshot

    def main_knowledge(self) -> Knowledge:
        """What is installed beside the main questionnaire, read on each call for another one."""
        now = self._session.snapshot
        if now.is_main:
            return self.knowledge
        number = now.main_years[-1].id

        def text() -> str:
            return self.dossier.questionnaire_text(number)

        return self._beside.knowledge(now.main_id, text)[0]

    def answered_by(self) -> Writers:
        """When (ISO) and by whom each answer of the assessment shown was given: read from the file
        on each call, not for each painting. Nothing when it cannot be read: `refused` says why."""
        return self._stamps(self._session.answered_by)

    def main_answered_by(self) -> Writers:
        """The same for the main diagnosis."""
        now = self._session.snapshot
        number = now.assessment_id if now.is_main else now.main_years[-1].id
        return self._stamps(lambda: self.dossier.answered_by(number))

    def decided_by(self) -> Writers:
        """When and by whom each decision about an action was taken: read on each call."""
        return self._stamps(self._session.decided_by)

    def _stamps(self, read: Read) -> Writers:
        try:
            return {name: (stamp.at, stamp.who) for name, stamp in read().items()}
        except AutodiagError as error:
            self.refused.emit(error)
            return {}

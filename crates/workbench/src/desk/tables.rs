//! Small tables taken in through the window: participants and code books. What came, and what could not, is told.

use super::{Event, Worker};
use crate::answers::table_import::{self, CodesImported, ParticipantsImported};
use crate::engine::Engine;
use crate::failure::Failure;
use crate::import;
use std::path::{Path, PathBuf};

impl Worker {
    pub(super) fn take_participants(&mut self, path: &Path) -> bool {
        let taken = self.read_table(path, table_import::participants);
        self.tell_participants(taken)
    }

    pub(super) fn paste_participants(&mut self, text: &str) -> bool {
        let taken = table_import::participants(&mut self.engine, "", text.as_bytes());
        self.tell_participants(taken)
    }

    pub(super) fn take_codes(&mut self, path: &Path) -> bool {
        match self.read_table(path, table_import::codes) {
            Ok(taken) => {
                self.tell_codes(&taken);
                true
            }
            Err(failure) => self.refused(&failure),
        }
    }

    pub(super) fn take_grid(&mut self, path: &Path) -> bool {
        match self.read_table(path, table_import::grid) {
            Ok(created) => {
                let created = i64::try_from(created).unwrap_or(i64::MAX);
                self.out.send(Event::Told(i18n::notice_grid(self.lang, created)));
                true
            }
            Err(failure) => self.refused(&failure),
        }
    }

    fn read_table<T>(
        &mut self,
        path: &Path,
        into: impl FnOnce(&mut Engine, &str, &[u8]) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let unread = |source| Failure::File { path: PathBuf::from(path), source };
        let bytes = std::fs::read(path).map_err(unread)?;
        into(&mut self.engine, &import::file_name(path), &bytes)
    }

    fn tell_participants(&self, taken: Result<ParticipantsImported, Failure>) -> bool {
        match taken {
            Ok(taken) => {
                let rows = i18n::cli_participants_imported(self.lang, taken.participants.into());
                self.out.send(Event::Told(rows));
                true
            }
            Err(failure) => self.refused(&failure),
        }
    }

    fn tell_codes(&self, taken: &CodesImported) {
        let method = self.engine.seen().study_facts().map(|facts| facts.method).unwrap_or_default();
        self.out.send(Event::Told(match taken.codes {
            0 => i18n::cli_nothing_new(self.lang).to_owned(),
            codes => i18n::cli_codes_imported(self.lang, method.as_str(), codes.into()),
        }));
        for dropped in &taken.dropped {
            let n = i64::try_from(dropped.n).unwrap_or(i64::MAX);
            self.out.send(Event::Told(match dropped.what {
                "sets" => i18n::dropped_sets(self.lang, n),
                _ => i18n::dropped_codes_without_name(self.lang, n),
            }));
        }
    }
}

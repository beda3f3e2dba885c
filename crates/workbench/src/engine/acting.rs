//! Who acts, and whose eyes the study is read through.

use super::Engine;
use crate::failure::{ClaimProblem, Failure};
use crate::names;
use model::RecordId;
use model::lens::Lens;
use model::study::Seen;

impl Engine {
    /// Says who acts, by name or identifier. A review copy is worked in by its director alone.
    ///
    /// # Errors
    /// When nobody, or several, are called so; for anybody else in a review copy.
    pub fn act_as(&mut self, member: &str) -> Result<RecordId, Failure> {
        let seen = self.study.seen_by(Lens::Anybody);
        let id = names::member(&seen, member)?;
        if let Some(director) = seen.is_copy_for().filter(|director| *director != seen.resolve(id)) {
            return Err(ClaimProblem::ReviewCopyOnly { director }.into());
        }
        self.me = Some(id);
        Ok(id)
    }

    /// Reads as somebody else sees the study, or as nobody in particular; whoever acts is the same again afterwards.
    pub(crate) fn looking_as<T>(
        &mut self,
        reader: Option<RecordId>,
        read: impl FnOnce(&mut Engine) -> T,
    ) -> T {
        let me = std::mem::replace(&mut self.me, reader);
        let told = read(self);
        self.me = me;
        told
    }

    /// Who acts, where it is known.
    #[must_use]
    pub fn me(&self) -> Option<RecordId> {
        self.me
    }

    /// Who acts.
    ///
    /// # Errors
    /// When the project has several members and nobody said who acts.
    pub fn acting(&self) -> Result<RecordId, Failure> {
        self.me.ok_or_else(|| {
            let members = self.study.seen_by(Lens::Anybody).members();
            Failure::WhoActs { members: members.iter().map(|member| member.name.to_owned()).collect() }
        })
    }

    /// What whoever acts may see.
    #[must_use]
    pub fn seen(&self) -> Seen<'_> {
        self.study.seen_by(self.me.map_or(Lens::Anybody, Lens::Member))
    }
}

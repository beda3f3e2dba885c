//! A visa that a director gave elsewhere, typed in with what it is typed from: it is never said to be signed.

use super::{SaturationAction, SaturationState, quiet};
use crate::theme::space;
use crate::words::Words;
use egui::{Button, TextEdit, Ui};
use model::RecordId;
use model::value::Countersign;
use std::path::PathBuf;
use workbench::answers::claims::VisaAnswer;
use workbench::desk::Request;

/// A visa that is being typed in.
#[derive(Debug, Clone)]
pub struct TypedVisa {
    claim: RecordId,
    director: RecordId,
    verdict: Countersign,
    reason: String,
    /// The e-mail or signed page.
    pub(super) proof: Option<PathBuf>,
    /// It was just begun: all of it is brought into view.
    fresh: bool,
}

impl TypedVisa {
    /// What is asked of the desk.
    #[must_use]
    pub fn request(self) -> Request {
        let TypedVisa { claim, director, verdict, reason, proof, .. } = self;
        Request::TypeVisa { claim, director, verdict, reason, proof }
    }
}

/// Below a visa that is awaited: what its director said elsewhere.
pub(super) fn show(
    ui: &mut Ui,
    claim: RecordId,
    visa: &VisaAnswer,
    state: &mut SaturationState,
    words: Words,
    actions: &mut Vec<SaturationAction>,
) {
    if visa.given {
        return;
    }
    let (lang, director) = (words.lang, visa.director_id);
    let here = |typed: &&mut TypedVisa| (typed.claim, typed.director) == (claim, director);
    let Some(typed) = state.typed.as_mut().filter(here) else {
        if ui.button(i18n::saturation_visa_type(lang, &visa.director)).clicked() {
            let (verdict, reason) = (Countersign::Agreed, String::new());
            state.typed = Some(TypedVisa { claim, director, verdict, reason, proof: None, fresh: true });
        }
        return;
    };
    quiet(ui, i18n::saturation_visa_type_how(lang));
    ui.horizontal_wrapped(|ui| {
        ui.radio_value(&mut typed.verdict, Countersign::Agreed, i18n::saturation_visa_agreed(lang));
        ui.radio_value(&mut typed.verdict, Countersign::Refused, i18n::saturation_visa_refused(lang));
    });
    let name = i18n::saturation_visa_words(lang);
    let edit = TextEdit::multiline(&mut typed.reason).desired_rows(2).desired_width(f32::INFINITY);
    ui.add(edit.id_salt("typed-visa").hint_text(name)).accessible_name(name);
    let file = typed.proof.as_ref().and_then(|path| path.file_name()).map(|name| name.to_string_lossy());
    let label = file.map_or(i18n::saturation_visa_proof(lang).to_owned(), |name| {
        i18n::saturation_visa_proof_is(lang, &name)
    });
    let mut done = false;
    let row = ui.horizontal_wrapped(|ui| {
        if ui.button(label).clicked() {
            actions.push(SaturationAction::Proof);
        }
        let lacks = if typed.verdict == Countersign::Refused && typed.reason.trim().is_empty() {
            Some(i18n::error_refusal_reason(lang))
        } else {
            typed.proof.is_none().then(|| i18n::error_visa_proof(lang))
        };
        let enter = ui.add_enabled(lacks.is_none(), Button::new(i18n::saturation_visa_enter(lang)));
        if enter.on_disabled_hover_text(lacks.unwrap_or_default()).clicked() {
            actions.push(SaturationAction::TypeVisa(typed.clone()));
            done = true;
        }
        done |= ui.button(i18n::button_cancel(lang)).clicked();
    });
    if std::mem::take(&mut typed.fresh) {
        row.response.scroll_to_me(None);
    }
    ui.add_space(space::SMALL);
    if done {
        state.typed = None;
    }
}

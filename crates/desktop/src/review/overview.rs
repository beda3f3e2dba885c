//! The study from afar: how far it is, who speaks, who agrees, what is missing, what is claimed.

use super::{Desk, ReviewAction, sheet};
use crate::fonts;
use crate::theme::{Theme, size, space};
use crate::theory::pieces;
use crate::typography::unbroken;
use crate::words::number;
use egui::accesskit::Role;
use egui::{RichText, Sense, Ui, WidgetInfo, pos2, vec2};
use workbench::answers::claims::ClaimRecord;
use workbench::review::overview::{OverviewAnswer, VoiceRow};

/// So many voices at once: those heard least come first.
const VOICES: usize = 24;

pub(super) fn show(
    ui: &mut Ui,
    desk: &Desk<'_>,
    told: &OverviewAnswer,
    claims: &[ClaimRecord],
    actions: &mut Vec<ReviewAction>,
) {
    let lang = desk.words.lang;
    sheet(ui, &told.title, i18n::review_overview_purpose(lang), |ui| {
        pieces::card(ui, |ui| dossier(ui, desk, claims, actions));
        pieces::card(ui, |ui| progress(ui, desk, told));
        pieces::card(ui, |ui| voices(ui, desk, told));
        pieces::card(ui, |ui| double_coding(ui, desk, told));
        pieces::card(ui, |ui| gaps(ui, desk, told, actions));
        super::elsewhere::show(ui, desk, actions);
    });
}

/// A name, and what is said of it on the right.
fn pair(ui: &mut Ui, name: &str, value: &str) {
    let theme = Theme::of(ui);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        ui.label(RichText::new(unbroken(name)).font(fonts::regular(size::BODY)).color(theme.mute));
        ui.label(RichText::new(unbroken(value)).font(fonts::medium(size::BODY)).color(theme.ink));
    });
}

fn dossier(ui: &mut Ui, desk: &Desk<'_>, claims: &[ClaimRecord], actions: &mut Vec<ReviewAction>) {
    let (lang, theme) = (desk.words.lang, Theme::of(ui));
    pieces::first_heading(ui, i18n::sheet_title(lang));
    let Some(claim) = claims.last() else {
        pieces::text(ui, i18n::review_no_claim(lang));
        return;
    };
    let colour = match claim.state {
        "complete" => theme.ok,
        "refused" => theme.bad,
        _ => theme.warn,
    };
    let state = i18n::claim_state(lang, claim.state);
    ui.label(RichText::new(state).font(fonts::medium(size::BODY)).color(colour));
    if let Some(made) = &claim.made {
        let level = i18n::level_many(lang, made.level, desk.words.method());
        let confirm = i64::from(made.confirm);
        pieces::text(ui, &i18n::sheet_claim(lang, &made.interview.to_string(), level, confirm));
    }
    if let Some(today) = &claim.today {
        pieces::quiet(ui, &today.text);
    }
    for visa in &claim.visas {
        pair(ui, &visa.director, &workbench::wording::visa(lang, visa));
    }
    ui.horizontal_wrapped(|ui| {
        if ui.button(i18n::review_open_saturation(lang)).clicked() {
            actions.push(ReviewAction::Go(claim.id, model::value::Kind::Claim));
        }
        if claim.made.is_some() && ui.button(i18n::saturation_sheet(lang)).clicked() {
            actions.push(ReviewAction::Sheet(claim.id));
        }
    });
}

fn progress(ui: &mut Ui, desk: &Desk<'_>, told: &OverviewAnswer) {
    let (lang, method) = (desk.words.lang, desk.words.method());
    pieces::first_heading(ui, i18n::review_progress(lang));
    let finished = i18n::n_of_total(lang, number(told.finished), number(told.interviews));
    pair(ui, i18n::study_progress_finished(lang), &finished);
    pair(ui, i18n::code_title_many(lang, method), &i18n::integer(lang, number(told.codes)));
    pair(ui, i18n::column_passages(lang), &i18n::integer(lang, number(told.passages)));
}

fn voices(ui: &mut Ui, desk: &Desk<'_>, told: &OverviewAnswer) {
    let lang = desk.words.lang;
    pieces::first_heading(ui, i18n::review_voices(lang));
    let silent: Vec<&str> = told
        .voices
        .iter()
        .filter(|voice| voice.passages == 0)
        .map(|voice| voice.participant.as_str())
        .collect();
    match silent.is_empty() {
        true => pieces::quiet(ui, i18n::review_all_heard(lang)),
        false => pieces::text(ui, &i18n::review_silent(lang, &silent.join(", "))),
    }
    let most = told.voices.iter().map(|voice| voice.passages).max().unwrap_or_default();
    for voice in told.voices.iter().filter(|voice| voice.passages > 0).take(VOICES) {
        bar(ui, desk, voice, most);
    }
    let more = (told.voices.len() - silent.len()).saturating_sub(VOICES);
    if more > 0 {
        pieces::quiet(ui, &i18n::review_more_voices(lang, number(more)));
    }
}

/// A voice: the name, a bar as long as it is quoted, the numbers.
fn bar(ui: &mut Ui, desk: &Desk<'_>, voice: &VoiceRow, most: usize) {
    let (lang, theme) = (desk.words.lang, Theme::of(ui));
    let codes = i18n::code_count(lang, desk.words.method(), number(voice.codes));
    let said = format!("{}, {codes}", i18n::passage_count(lang, number(voice.passages)));
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::hover());
    let told = format!("{} · {said}", voice.participant);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &told));
    let painter = ui.painter_at(rect);
    let middle = rect.center().y;
    let names = (rect.width() * 0.24).clamp(80.0, 190.0);
    let font = fonts::regular(size::SMALL);
    let name = crate::row::one_line(&painter, &voice.participant, font.clone(), theme.ink, names - 8.0);
    painter.galley(pos2(rect.left(), middle - name.size().y / 2.0), name, theme.ink);
    let numbers = painter.layout_no_wrap(unbroken(&said), font, theme.mute);
    let room = (rect.width() - names - numbers.size().x - 12.0).max(20.0);
    let length = (room * voice.passages as f32 / most.max(1) as f32).max(2.0);
    let from = pos2(rect.left() + names, middle - 4.0);
    let drawn = egui::Rect::from_min_size(from, vec2(length, 8.0));
    painter.rect_filled(drawn, crate::theme::radius::MARK, theme.accent);
    let x = rect.right() - numbers.size().x;
    painter.galley(pos2(x, middle - numbers.size().y / 2.0), numbers, theme.mute);
}

fn double_coding(ui: &mut Ui, desk: &Desk<'_>, told: &OverviewAnswer) {
    let lang = desk.words.lang;
    pieces::first_heading(ui, i18n::rail_double_coding(lang));
    if told.double_coded.is_empty() {
        pieces::text(ui, i18n::review_double_none(lang));
        return;
    }
    let extent = i18n::n_of_total(lang, number(told.double_coded.len()), number(told.interviews));
    pair(ui, i18n::review_double_coded(lang), &format!("{extent} ({})", told.double_coded.join(", ")));
    let so_far = told.reconciliation;
    let reconciled = i18n::n_of_total(lang, number(so_far.reconciled), number(so_far.double_coded));
    pair(ui, i18n::review_reconciled(lang), &reconciled);
    pair(ui, i18n::review_open_differences(lang), &i18n::integer(lang, number(so_far.open)));
    let Some(agreement) = &told.agreement else { return };
    let figure = |value: Option<f64>| value.map_or("–".to_owned(), |value| i18n::decimal(lang, value, 2));
    pair(ui, i18n::review_agreement(lang), &figure(agreement.cohen_kappa));
    pair(ui, i18n::review_positive_agreement(lang), &figure(agreement.positive_agreement));
    let (first, second) = &agreement.coders;
    let units = i64::try_from(agreement.n_units).unwrap_or(i64::MAX);
    pieces::quiet(
        ui,
        &i18n::review_agreement_basis(lang, first, number(agreement.interviews), units, second),
    );
}

fn gaps(ui: &mut Ui, desk: &Desk<'_>, told: &OverviewAnswer, actions: &mut Vec<ReviewAction>) {
    let lang = desk.words.lang;
    pieces::first_heading(ui, i18n::review_gaps(lang));
    if told.gaps.is_empty() {
        pieces::quiet(ui, i18n::gaps_none(lang));
        return;
    }
    for (title, n) in &told.gaps {
        pair(ui, title, &i18n::integer(lang, number(*n)));
    }
    ui.add_space(space::TIGHT);
    if ui.button(i18n::review_show_gaps(lang)).clicked() {
        actions.push(ReviewAction::Gaps);
    }
}

//! What else is known of a file: its name, the interviews it holds, facts, comments, encoding, warnings.

use super::pieces::{self, n};
use crate::fonts;
use crate::theme::{Theme, size, space};
use egui::{RichText, TextEdit, Ui, WidgetInfo};
use i18n::Lang;
use workbench::command::CommentCoder;
use workbench::import::{Author, CommentsAs, Decision, FactKind, LeftOut, Preview};
use workbench::wording;

/// What was asked beside decisions.
#[derive(Debug, Default)]
pub(super) struct Asked {
    /// What was decided.
    pub decided: Vec<Decision>,
    /// A place of the text to look at.
    pub place: Option<u32>,
    /// The encoding to read the file in; `None` inside for the one that is recognised.
    pub encoding: Option<Option<String>>,
}

/// The head of a file: its name, its size, whether it is there already, what its interviews are called.
pub(super) fn head(ui: &mut Ui, preview: &Preview, lang: Lang) -> Vec<Decision> {
    let theme = Theme::of(ui);
    let mut decided = Vec::new();
    let title = RichText::new(&preview.read.file).font(fonts::semibold(size::HEADING)).color(theme.ink);
    ui.add(egui::Label::new(title).truncate());
    if let Some((_, known)) = &preview.already {
        pieces::caution(ui, &i18n::import_already_there(lang, known));
    }
    ui.add_space(space::TIGHT);
    if preview.decisions.split {
        for (part, name) in preview.decisions.part_names.iter().enumerate() {
            let label = i18n::import_part_name(lang, &(part + 1).to_string());
            if let Some(name) = name_field(ui, &label, name) {
                decided.push(Decision::Name { part: Some(part), name });
            }
        }
    } else if let Some(name) = name_field(ui, i18n::import_interview_name(lang), &preview.decisions.name) {
        decided.push(Decision::Name { part: None, name });
    }
    decided
}

fn name_field(ui: &mut Ui, label: &str, name: &str) -> Option<String> {
    let mut text = name.to_owned();
    ui.horizontal(|ui| {
        let theme = Theme::of(ui);
        ui.label(RichText::new(label).font(fonts::regular(size::BODY)).color(theme.mute));
        let field = ui.add(TextEdit::singleline(&mut text).id_salt(label).desired_width(f32::INFINITY));
        field.widget_info(|| WidgetInfo::labeled(egui::Role::TextInput, true, label));
    });
    (text != name).then_some(text)
}

/// What comes after the speakers.
pub(super) fn show(ui: &mut Ui, preview: &Preview, lang: Lang, method: &str) -> Asked {
    let mut asked = Asked::default();
    parts(ui, preview, lang, &mut asked);
    facts(ui, preview, lang, &mut asked);
    comments(ui, preview, lang, method, &mut asked);
    encoding(ui, preview, lang, &mut asked);
    warnings(ui, preview, lang, &mut asked);
    asked
}

fn parts(ui: &mut Ui, preview: &Preview, lang: Lang, asked: &mut Asked) {
    let found = &preview.read.transcript.parts;
    if found.len() < 2 {
        return;
    }
    pieces::section(ui, &i18n::import_parts(lang, n(found.len())));
    for (split, label) in [(true, i18n::import_parts_split(lang)), (false, i18n::import_parts_keep(lang))] {
        if ui.radio(preview.decisions.split == split, label).clicked() {
            asked.decided.push(Decision::Split(split));
        }
    }
    for part in found {
        ui.horizontal(|ui| {
            pieces::quiet(ui, &part.title);
            if pieces::small_button(ui, i18n::import_show_place(lang)) {
                asked.place = Some(part.start);
            }
        });
    }
}

fn facts(ui: &mut Ui, preview: &Preview, lang: Lang, asked: &mut Asked) {
    let facts = preview.facts();
    if facts.is_empty() {
        return;
    }
    pieces::section(ui, i18n::import_facts(lang));
    for fact in facts {
        let name = i18n::import_fact_name(lang, fact.kind.as_str());
        let understood = fact.understood.as_deref().map(|understood| said(fact.kind, understood, lang));
        let different = understood.filter(|understood| *understood != fact.written);
        let sentence = match different {
            Some(understood) => i18n::import_fact_understood(lang, name, &understood, &fact.written),
            None => i18n::import_fact(lang, name, &fact.written),
        };
        if fact.understood.is_some() {
            let mut taken = fact.taken;
            if ui.checkbox(&mut taken, sentence).changed() {
                asked.decided.push(Decision::Fact { kind: fact.kind, taken });
            }
        } else {
            pieces::quiet(ui, &sentence);
        }
    }
}

/// What was understood of a fact, as people say it: `6 mars 2023`, `1 h 09`.
fn said(kind: FactKind, understood: &str, lang: Lang) -> String {
    let spoken = match kind {
        FactKind::Date => {
            let parts: Vec<i32> = understood.split('-').filter_map(|part| part.parse().ok()).collect();
            let part = |at: usize| parts.get(at).and_then(|part| u8::try_from(*part).ok());
            let date = parts.first().zip(part(1)).zip(part(2));
            date.and_then(|((year, month), day)| Some(i18n::Date::new(*year, month, day)?.long(lang)))
        }
        FactKind::Duration => understood.parse().ok().map(|minutes| i18n::duration(lang, minutes)),
        _ => None,
    };
    spoken.unwrap_or_else(|| understood.to_owned())
}

fn comments(ui: &mut Ui, preview: &Preview, lang: Lang, method: &str, asked: &mut Asked) {
    let plan = preview.comments();
    if plan.comments == 0 {
        return;
    }
    pieces::section(ui, &i18n::import_comments(lang, n(plan.comments)));
    let now = preview.decisions.comments;
    let choices = [
        (CommentsAs::AsCodings, i18n::import_comments_as_codings(lang, method)),
        (CommentsAs::Skip, i18n::import_comments_skip(lang)),
    ];
    for (choice, label) in choices {
        if ui.radio(now == choice, label).clicked() {
            asked.decided.push(Decision::Comments(choice));
        }
    }
    let (all, codings, lost) = (n(plan.comments), n(plan.codings), n(plan.left_out.len()));
    let sentence = i18n::import_comments_would(lang, method, all, codings, lost);
    let theme = Theme::of(ui);
    let color = if lost == 0 { theme.ok } else { theme.warn };
    ui.label(RichText::new(sentence).font(fonts::medium(size::BODY)).color(color));
    if !plan.labels.is_empty() {
        pieces::quiet(ui, &plan.labels.join(" · "));
    }
    if now == CommentsAs::AsCodings {
        for author in &preview.decisions.authors {
            asked.decided.extend(author_row(ui, preview, author, lang));
        }
    }
    for (place, why) in plan.left_out {
        asked.place = left_out(ui, preview, place, why, lang).or(asked.place);
    }
}

fn author_row(ui: &mut Ui, preview: &Preview, author: &Author, lang: Lang) -> Option<Decision> {
    let shown_name = match author.name.as_str() {
        "" => i18n::import_comment_nobody(lang),
        name => name,
    };
    let title = i18n::import_comment_coder(lang, shown_name);
    let name = |coder: &CommentCoder| match coder {
        CommentCoder::Me => i18n::import_coder_me(lang).to_owned(),
        CommentCoder::New(name) => i18n::import_coder_new(lang, name),
        CommentCoder::Member(id) => {
            let known = preview.known.members.iter().find(|(member, _)| member == id);
            known.map(|(_, name)| name.clone()).unwrap_or_default()
        }
    };
    let mut coders = vec![CommentCoder::Me];
    coders.extend(preview.known.members.iter().map(|(id, _)| CommentCoder::Member(*id)));
    if !author.name.is_empty() {
        coders.push(CommentCoder::New(author.name.clone()));
    }
    let choices = coders.into_iter().map(|coder| (coder.clone(), name(&coder))).collect();
    let row = ui.horizontal(|ui| {
        ui.label(format!("{shown_name} ({})", author.comments));
        pieces::choice(ui, (&title, &title), 220.0, &name(&author.coder), &author.coder, choices)
    });
    row.inner.map(|coder| Decision::Author { name: author.name.clone(), coder })
}

fn left_out(ui: &mut Ui, preview: &Preview, place: usize, why: LeftOut, lang: Lang) -> Option<u32> {
    let comment = preview.read.transcript.comments.get(place)?;
    let nobody = i18n::import_comment_nobody(lang);
    let author = if comment.author.trim().is_empty() { nobody } else { comment.author.trim() };
    let sentence = i18n::import_comment_left_out(lang, author, comment.text.trim(), why.as_str());
    placed(ui, &sentence, Some(comment.start), lang)
}

/// A sentence about a place of the text, with a way to it.
fn placed(ui: &mut Ui, sentence: &str, place: Option<u32>, lang: Lang) -> Option<u32> {
    let theme = Theme::of(ui);
    let row = ui.horizontal_wrapped(|ui| {
        let text = crate::typography::unbroken(sentence);
        ui.label(RichText::new(text).font(fonts::regular(size::SMALL)).color(theme.mute));
        place.filter(|_| pieces::small_button(ui, i18n::import_show_place(lang)))
    });
    row.inner
}

fn encoding(ui: &mut Ui, preview: &Preview, lang: Lang, asked: &mut Asked) {
    const NAMES: [(&str, &str); 5] = [
        ("utf-8", "UTF-8"),
        ("windows-1252", "Windows-1252"),
        ("iso-8859-15", "ISO-8859-15"),
        ("utf-16", "UTF-16"),
        ("ibm850", "DOS (850)"),
    ];
    if !matches!(preview.read.transcript.format.as_str(), "txt" | "vtt" | "srt" | "html") {
        return;
    }
    ui.add_space(space::EDGE);
    let now = preview.read.choices.encoding.clone();
    let mut choices = vec![(None, i18n::import_encoding_known(lang).to_owned())];
    choices.extend(NAMES.map(|(label, name)| (Some(label.to_owned()), name.to_owned())));
    choices.push((Some("macintosh".to_owned()), i18n::import_encoding_mac(lang).to_owned()));
    let shown = choices.iter().find(|(label, _)| *label == now).map(|(_, name)| name.clone());
    let shown = shown.or_else(|| now.clone()).unwrap_or_default();
    let title = i18n::import_encoding(lang);
    ui.horizontal(|ui| {
        let theme = Theme::of(ui);
        ui.label(RichText::new(title).font(fonts::regular(size::BODY)).color(theme.mute));
        asked.encoding = pieces::choice(ui, ("encoding", title), 220.0, &shown, &now, choices);
    });
}

fn warnings(ui: &mut Ui, preview: &Preview, lang: Lang, asked: &mut Asked) {
    /// More than this nobody reads; the rest is counted.
    const SHOWN: usize = 60;
    let found = &preview.read.transcript.warnings;
    if found.is_empty() {
        return;
    }
    pieces::section(ui, &i18n::import_warnings(lang, n(found.len())));
    for warning in found.iter().take(SHOWN) {
        let place = warning.place.and_then(|place| u32::try_from(place).ok());
        asked.place = placed(ui, &wording::warning(lang, warning), place, lang).or(asked.place);
    }
    if found.len() > SHOWN {
        pieces::quiet(ui, "…");
    }
}

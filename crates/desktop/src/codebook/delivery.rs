//! Which file is wanted for the director: what, in which form, of which codes, told with what.

use super::{CodebookAction, End};
use crate::fonts;
use crate::theme::{Theme, size, space};
use crate::words::Words;
use egui::{Id, Modal, RichText, Ui};
use model::RecordId;
use model::basis::Basis;
use std::collections::BTreeSet;
use workbench::answers::export::CsvFlavour;
use workbench::deliverables::{By, Deliverable, FileForm, QuotesAsked};
use workbench::views::{CodeTreeView, ColumnView};

/// What is delivered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Quotes,
    CodedText,
    Codebook,
}

/// A file in the making.
#[derive(Debug, Clone)]
pub struct Delivery {
    what: What,
    form: FileForm,
    by: By,
    code: Option<RecordId>,
    only_code: bool,
    attributes: BTreeSet<RecordId>,
    comments: bool,
}

impl Delivery {
    pub(super) fn new(code: Option<RecordId>) -> Delivery {
        Delivery {
            what: What::Quotes,
            form: FileForm::Docx,
            by: By::Code,
            code,
            only_code: code.is_some(),
            attributes: BTreeSet::new(),
            comments: false,
        }
    }

    /// The form of the file.
    #[must_use]
    pub fn form(&self) -> FileForm {
        self.form
    }

    /// What goes into it.
    #[must_use]
    pub fn deliverable(&self) -> Deliverable {
        match self.what {
            What::Quotes => Deliverable::Quotes(QuotesAsked {
                codes: self.code.filter(|_| self.only_code).into_iter().collect(),
                by: self.by,
                attributes: self.attributes.iter().copied().collect(),
                comments: self.comments,
                ..QuotesAsked::default()
            }),
            What::CodedText => Deliverable::CodedText { basis: Basis::default(), interviews: Vec::new() },
            What::Codebook => Deliverable::Codebook { basis: Basis::default() },
        }
    }

    pub(super) fn show(&mut self, ui: &Ui, tree: &CodeTreeView, columns: &[ColumnView], words: Words) -> End {
        let mut end = End::Open;
        let modal = Modal::new(Id::unique("delivery")).frame(crate::app::sheet(ui)).show(ui.ctx(), |ui| {
            ui.set_width(460.0);
            let (lang, method, theme) = (words.lang, words.method(), Theme::of(ui));
            let title = i18n::delivery_title(lang);
            ui.label(RichText::new(title).font(fonts::semibold(size::HEADING)).color(theme.ink));
            ui.add_space(space::SMALL);
            ui.radio_value(&mut self.what, What::Quotes, i18n::delivery_quotes(lang));
            ui.radio_value(&mut self.what, What::CodedText, i18n::delivery_coded_text(lang, method));
            ui.radio_value(&mut self.what, What::Codebook, i18n::codebook_title(lang, method));
            if self.what == What::Quotes {
                self.quotes(ui, tree, columns, words);
            }
            ui.add_space(space::SMALL);
            ui.horizontal_wrapped(|ui| {
                let csv = if lang == i18n::Lang::Fr { CsvFlavour::FrenchExcel } else { CsvFlavour::Comma };
                for (form, name) in [
                    (FileForm::Docx, i18n::delivery_word(lang)),
                    (FileForm::Xlsx, i18n::delivery_excel(lang)),
                    (FileForm::Html, i18n::delivery_page(lang)),
                    (FileForm::Csv(csv), i18n::delivery_csv(lang)),
                ] {
                    ui.radio_value(&mut self.form, form, name);
                }
            });
            ui.add_space(space::EDGE);
            ui.horizontal(|ui| {
                if ui.add(crate::row::primary(i18n::delivery_save(lang), theme)).clicked() {
                    end = End::Done(vec![CodebookAction::Deliver(self.clone())]);
                }
                if ui.button(i18n::button_cancel(lang)).clicked() {
                    end = End::Left;
                }
            });
        });
        if modal.should_close() && matches!(end, End::Open) { End::Left } else { end }
    }

    fn quotes(&mut self, ui: &mut Ui, tree: &CodeTreeView, columns: &[ColumnView], words: Words) {
        let (lang, method) = (words.lang, words.method());
        ui.indent("quotes", |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.radio_value(&mut self.by, By::Code, i18n::quotes_title_by_code(lang, method));
                ui.radio_value(&mut self.by, By::Interview, i18n::quotes_title_by_interview(lang));
            });
            let chosen = self.code.and_then(|code| tree.rows.iter().find(|row| row.id == code));
            if let Some(row) = chosen {
                ui.checkbox(&mut self.only_code, i18n::delivery_only_code(lang, &row.label));
            }
            ui.horizontal_wrapped(|ui| {
                for column in columns {
                    let mut on = self.attributes.contains(&column.id);
                    if ui.checkbox(&mut on, column.name.as_ref()).changed()
                        && !self.attributes.remove(&column.id)
                    {
                        self.attributes.insert(column.id);
                    }
                }
            });
            ui.checkbox(&mut self.comments, i18n::delivery_comments(lang));
        });
    }
}

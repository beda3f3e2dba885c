//! How documents are kept: one for each part (turn, paragraph, field).

use crate::analysis::{Analyser, Sort, Token};
use crate::document::Document;
use tantivy::schema::{
    BytesOptions, FAST, Field, INDEXED, IndexRecordOption, STORED, Schema, TantivyDocument,
    TextFieldIndexing, TextOptions,
};
use tantivy::tokenizer::{TextAnalyzer, TokenStream, Tokenizer};

/// The name under which the analyser is known to the search engine.
const FORMS: &str = "forms";

/// The fields.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fields {
    /// Identifier of the interview, memo or code.
    pub owner: Field,
    /// Its kind.
    pub kind: Field,
    /// Its version.
    pub version: Field,
    /// The place of the part among its parts, from 0.
    pub number: Field,
    /// First scalar of the part.
    pub start: Field,
    /// The words: what is searched.
    pub said: Field,
    /// What stands before the part and belongs to none: a label, a line break.
    pub gap: Field,
    /// Of the last part: what stands after it.
    pub tail: Field,
}

/// The schema with its fields.
pub(crate) fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let forms = TextFieldIndexing::default()
        .set_tokenizer(FORMS)
        .set_fieldnorms(true)
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    let fields = Fields {
        owner: builder.add_bytes_field("owner", BytesOptions::default() | INDEXED | FAST),
        kind: builder.add_u64_field("kind", FAST),
        version: builder.add_u64_field("version", FAST),
        number: builder.add_u64_field("number", FAST),
        start: builder.add_u64_field("start", FAST),
        said: builder.add_text_field("said", TextOptions::default().set_indexing_options(forms) | STORED),
        gap: builder.add_text_field("gap", STORED),
        tail: builder.add_text_field("tail", STORED),
    };
    (builder.build(), fields)
}

/// Makes the analyser known to an index.
pub(crate) fn register(index: &tantivy::Index, analyser: &Analyser) {
    index.tokenizers().register(FORMS, TextAnalyzer::from(Forms::new(analyser.clone())));
}

/// The parts of a document, in order.
pub(crate) fn rows(fields: &Fields, document: &Document) -> Vec<TantivyDocument> {
    // A document without parts is held all the same, or it would be missing for ever.
    let parts = if document.parts.is_empty() { &[(0, 0)] } else { document.parts.as_slice() };
    let mut rows = Vec::with_capacity(parts.len());
    let text = &document.text;
    let slice = |start: u32, end: u32| text.slice(start, end.max(start)).unwrap_or_default();
    let mut before = 0;
    let last = parts.len().saturating_sub(1);
    for (number, (start, end)) in parts.iter().copied().enumerate() {
        let mut row = TantivyDocument::default();
        row.add_bytes(fields.owner, document.owner.0.as_bytes());
        row.add_u64(fields.kind, document.kind.number());
        row.add_u64(fields.version, document.version);
        row.add_u64(fields.number, number as u64);
        row.add_u64(fields.start, u64::from(start));
        row.add_text(fields.said, slice(start, end));
        let gap = slice(before.min(start), start);
        if !gap.is_empty() {
            row.add_text(fields.gap, gap);
        }
        if number == last && end < text.len_scalars() {
            row.add_text(fields.tail, slice(end, text.len_scalars()));
        }
        before = before.max(end);
        rows.push(row);
    }
    rows
}

/// The analyser as the search engine calls it.
#[derive(Clone)]
struct Forms {
    analyser: Analyser,
    spare: Token,
    /// The forms of one text, one after the other.
    forms: String,
    /// Where each ends, and its position.
    ends: Vec<(usize, u32)>,
}

impl Forms {
    fn new(analyser: Analyser) -> Forms {
        let spare = Token { form: String::new(), sort: Sort::Word, position: 0, start: 0, end: 0 };
        Forms { analyser, spare, forms: String::new(), ends: Vec::new() }
    }
}

impl Tokenizer for Forms {
    type TokenStream<'a> = FormStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> FormStream<'a> {
        self.forms.clear();
        self.ends.clear();
        let (forms, ends) = (&mut self.forms, &mut self.ends);
        self.analyser.each_token(text, &mut self.spare, &mut |token| {
            forms.push_str(&token.form);
            ends.push((forms.len(), token.position));
        });
        FormStream {
            forms: &self.forms,
            ends: &self.ends,
            next: 0,
            token: tantivy::tokenizer::Token::default(),
        }
    }
}

struct FormStream<'a> {
    forms: &'a str,
    ends: &'a [(usize, u32)],
    next: usize,
    token: tantivy::tokenizer::Token,
}

impl TokenStream for FormStream<'_> {
    fn advance(&mut self) -> bool {
        let Some((end, position)) = self.ends.get(self.next).copied() else { return false };
        let start = self.next.checked_sub(1).map_or(0, |before| self.ends[before].0);
        self.token.text.clear();
        self.token.text.push_str(&self.forms[start..end]);
        // Only forms and positions are kept; where words lie is read from the text again.
        (self.token.offset_from, self.token.offset_to) = (start, end);
        self.token.position = position as usize;
        self.next += 1;
        true
    }

    fn token(&self) -> &tantivy::tokenizer::Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut tantivy::tokenizer::Token {
        &mut self.token
    }
}

//! A study for a director who installs nothing: one page, complete in itself, with a comment box for each block.
//! The replies are saved by the browser as a small file that merges back; nothing goes over any network.

use super::overview::{CategoryPassages, OverviewAnswer, overview};
use super::page_parts::Page;
use super::replies::FORMAT;
use super::sheet::glimpse;
use super::sheet_figures::{curve, curve_key, curve_svg, grid, grid_svg};
use crate::answers::claims::{self, ClaimRecord, MadeAnswer};
use crate::engine::Engine;
use crate::failure::{ClaimProblem, Failure};
use crate::markup::escaped;
use crate::wording;
use i18n::Lang;
use model::RecordId;
use model::value::Role;

/// The page for a director, as that director may read the study.
///
/// # Errors
/// When the member is no director, or a text cannot be read.
pub fn page(engine: &mut Engine, lang: Lang, reviewer: RecordId) -> Result<Vec<u8>, Failure> {
    let seen = engine.seen();
    let reviewer = seen.resolve(reviewer);
    let director = seen.member(reviewer).filter(|member| member.role == Role::Director);
    let name = director.ok_or(ClaimProblem::NotADirector { member: reviewer })?.name.to_owned();
    engine.looking_as(Some(reviewer), |engine| read(engine, lang, reviewer, &name))
}

fn read(engine: &mut Engine, lang: Lang, reviewer: RecordId, name: &str) -> Result<Vec<u8>, Failure> {
    let seen = engine.seen();
    let facts = seen.study_facts().ok_or(Failure::Nothing)?;
    let (study, method) = (facts.id, facts.method.as_str());
    let claims = claims::claims(engine, lang);
    let overview = overview(engine, lang)?;
    let writing = Writing { lang, method, reviewer, overview: &overview, claims: &claims };
    let number = engine.env.record();
    Ok(writing.whole(study, number, name))
}

/// A grid of at most so many codes is open from the beginning.
const GRID_OPEN: usize = 60;

struct Writing<'a> {
    lang: Lang,
    method: &'static str,
    reviewer: RecordId,
    overview: &'a OverviewAnswer,
    claims: &'a [ClaimRecord],
}

impl Writing<'_> {
    fn whole(&self, study: RecordId, number: RecordId, name: &str) -> Vec<u8> {
        let lang = self.lang;
        let mut page = Page::new(lang.code(), &i18n::review_page_title(lang, &self.overview.title));
        page.words("p", "meta", &i18n::review_page_for(lang, name));
        page.words("h1", "", &self.overview.title);
        page.words("p", "note", i18n::review_page_how(lang));
        self.progress(&mut page, study);
        for claim in self.claims.iter().filter(|claim| claim.made.is_some()) {
            self.claim(&mut page, claim);
        }
        page.words("h2", "", i18n::review_categories(lang));
        for category in &self.overview.categories {
            self.category(&mut page, category);
        }
        self.decisions(&mut page, study);
        for memo in &self.overview.memos {
            page.raw("<div class=\"block\">");
            page.words("h3", "", &memo.title);
            page.words("p", "", &memo.body);
            self.answer(&mut page, memo.id);
            page.raw("</div>");
        }
        self.script(&mut page, study, number);
        page.end()
    }

    /// A box for a comment on a record.
    fn answer(&self, page: &mut Page, about: RecordId) {
        let label = escaped(i18n::review_comment_box(self.lang));
        page.raw(&format!(
            "<label class=\"answer\">{label}<textarea data-about=\"{about}\"></textarea></label>"
        ));
    }

    fn progress(&self, page: &mut Page, study: RecordId) {
        let (lang, one) = (self.lang, self.overview);
        let n = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        page.raw("<div class=\"block\">");
        page.words("h2", "", i18n::review_progress(lang));
        let rows = vec![
            vec![
                i18n::study_progress_finished(lang).to_owned(),
                i18n::n_of_total(lang, n(one.finished), n(one.interviews)),
            ],
            vec![i18n::code_title_many(lang, self.method).to_owned(), i18n::integer(lang, n(one.codes))],
            vec![i18n::column_passages(lang).to_owned(), i18n::integer(lang, n(one.passages))],
            vec![
                i18n::review_double_coded(lang).to_owned(),
                if one.double_coded.is_empty() { "–".to_owned() } else { one.double_coded.join(", ") },
            ],
        ];
        page.table("pairs", &[], &rows);
        page.words("h3", "", i18n::review_voices(lang));
        let silent: Vec<&str> = one
            .voices
            .iter()
            .filter(|voice| voice.passages == 0)
            .map(|voice| voice.participant.as_str())
            .collect();
        if !silent.is_empty() {
            page.words("p", "", &i18n::review_silent(lang, &silent.join(", ")));
        }
        let heard = one.voices.iter().filter(|voice| voice.passages > 0);
        let heard = heard.map(|voice| format!("{} ({})", voice.participant, voice.passages));
        page.words("p", "meta", &heard.collect::<Vec<_>>().join(", "));
        if !one.gaps.is_empty() {
            page.words("h3", "", i18n::review_gaps(lang));
            let rows: Vec<Vec<String>> =
                one.gaps.iter().map(|(title, n)| vec![title.clone(), n.to_string()]).collect();
            page.table("pairs", &[], &rows);
        }
        self.answer(page, study);
        page.raw("</div>");
    }

    fn claim(&self, page: &mut Page, claim: &ClaimRecord) {
        let Some(made) = &claim.made else { return };
        let lang = self.lang;
        page.raw("<div class=\"block\">");
        page.words("h2", "", i18n::saturation_claim_title(lang));
        let level = i18n::level_many(lang, made.level, self.method);
        let (at, confirm) = (made.interview.to_string(), i64::from(made.confirm));
        page.words("p", "big", &i18n::sheet_claim(lang, &at, level, confirm));
        page.words("blockquote", "", &made.argument);
        let title = i18n::saturation_curve_title(lang, level);
        let drawn = curve(lang, made, Vec::new());
        page.drawn(curve_svg(&drawn, &title));
        page.words("p", "meta", &curve_key(lang, &drawn));
        let rows = made.interviews.iter().map(|row| {
            let new = if row.new_codes.is_empty() {
                "–".to_owned()
            } else {
                wording::listed(lang, &row.new_codes)
            };
            vec![row.name.clone(), row.new.to_string(), new]
        });
        let head = [i18n::column_interview(lang), i18n::column_new(lang), i18n::column_new_list(lang)];
        page.table("", &head, &rows.collect::<Vec<_>>());
        self.grid(page, made);
        let told = wording::rules(lang, &made.rules.guest, &made.rules.francis);
        page.table("pairs", &[], &told.map(|(rule, said)| vec![rule, said]));
        if let Some(upper) = made.not_excluded {
            let upper = i18n::percent(lang, upper, 0);
            page.words("p", "", &i18n::saturation_strength(lang, confirm, &upper));
        }
        if let Some(today) = &claim.today {
            page.words("p", "", &today.text);
        }
        page.words("p", "digest", &i18n::sheet_digest(lang, &made.digest));
        if claim.visas.iter().any(|visa| visa.director_id == self.reviewer) {
            self.visa(page, claim.id, &made.digest);
        }
        self.answer(page, claim.id);
        page.raw("</div>");
    }

    /// Which code is in which interview; folded up where it is long.
    fn grid(&self, page: &mut Page, made: &MadeAnswer) {
        let (title, show) = (i18n::saturation_grid_title(self.lang), i18n::sheet_grid_show(self.lang));
        let open = if made.codes.len() <= GRID_OPEN { " open" } else { "" };
        page.words("h3", "", title);
        page.raw(&format!("<details{open}><summary>{}</summary>", escaped(show)));
        page.drawn(grid_svg(&grid(self.lang, made), title));
        page.words("p", "meta", i18n::sheet_grid_key(self.lang));
        page.raw("</details>");
    }

    fn visa(&self, page: &mut Page, claim: RecordId, digest: &str) {
        let lang = self.lang;
        let [none, agree, refuse, reason, label] = [
            i18n::review_visa_none(lang),
            i18n::saturation_agree(lang),
            i18n::saturation_refuse(lang),
            i18n::saturation_visa_reason(lang),
            i18n::review_visa_box(lang),
        ]
        .map(escaped);
        page.raw(&format!(
            "<div class=\"answer\" data-claim=\"{claim}\" data-digest=\"{digest}\"><label>{label}\
             <select><option value=\"\">{none}</option><option value=\"agreed\">{agree}</option>\
             <option value=\"refused\">{refuse}</option></select></label>\
             <label>{reason}<input type=\"text\"></label></div>"
        ));
    }

    fn category(&self, page: &mut Page, category: &CategoryPassages) {
        let lang = self.lang;
        page.raw("<div class=\"block\">");
        page.words("h3", "", &category.name);
        if !category.definition.is_empty() {
            page.words("p", "note", &category.definition);
        }
        let n = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        page.words(
            "p",
            "meta",
            &i18n::review_category_counts(lang, n(category.interviews), n(category.passages)),
        );
        for one in &category.chosen {
            let (why, code) = (i18n::review_why(lang, one.why), &one.code);
            let head = escaped(&format!("{why} · {} · {code}", one.interview));
            let quote = escaped(&i18n::passages_quote(lang, &glimpse(&one.quote, 420)));
            page.raw(&format!("<blockquote><small>{head}</small><br>{quote}</blockquote>"));
        }
        self.answer(page, category.id);
        page.raw("</div>");
    }

    fn decisions(&self, page: &mut Page, study: RecordId) {
        let reasoned: Vec<_> = self.overview.decisions.iter().filter(|one| !one.reason.is_empty()).collect();
        if reasoned.is_empty() {
            return;
        }
        page.raw("<div class=\"block\">");
        page.words("h2", "", i18n::review_decisions(self.lang));
        page.raw("<ul>");
        for one in reasoned.iter().rev().take(30) {
            page.words("li", "", &format!("{} · {}", one.interview, one.reason));
        }
        page.raw("</ul>");
        self.answer(page, study);
        page.raw("</div>");
    }

    /// The only thing the page does: put the replies into a file.
    fn script(&self, page: &mut Page, study: RecordId, number: RecordId) {
        let lang = self.lang;
        let (save, file) = (escaped(i18n::review_save(lang)), i18n::review_file(lang));
        let told = escaped(i18n::review_saved_how(lang));
        page.raw(&format!(
            "<div class=\"bar\"><button id=\"save\" type=\"button\">{save}</button><span class=\"note\">{told}</span></div>"
        ));
        let reviewer = self.reviewer;
        page.raw(&format!(
            "<script>\ndocument.getElementById('save').addEventListener('click', function () {{\n\
             \u{20} var all = function (what) {{ return Array.prototype.slice.call(document.querySelectorAll(what)); }};\n\
             \u{20} var comments = all('textarea[data-about]').filter(function (box) {{ return box.value.trim(); }})\n\
             \u{20}   .map(function (box) {{ return {{ about: box.dataset.about, text: box.value.trim() }}; }});\n\
             \u{20} var visas = all('[data-claim]').filter(function (box) {{ return box.querySelector('select').value; }})\n\
             \u{20}   .map(function (box) {{ return {{ claim: box.dataset.claim, digest: box.dataset.digest,\n\
             \u{20}     verdict: box.querySelector('select').value, reason: box.querySelector('input').value.trim() }}; }});\n\
             \u{20} var replies = {{ format: '{FORMAT}', study: '{study}', page: '{number}', reviewer: '{reviewer}',\n\
             \u{20}   comments: comments, visas: visas }};\n\
             \u{20} var link = document.createElement('a');\n\
             \u{20} link.href = URL.createObjectURL(new Blob([JSON.stringify(replies, null, 1)], {{ type: 'application/json' }}));\n\
             \u{20} link.download = '{file}.json';\n\
             \u{20} link.click();\n\
             }});\n</script>"
        ));
    }
}

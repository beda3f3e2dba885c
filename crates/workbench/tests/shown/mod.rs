//! All that whoever acts can be shown, as text: for tests of what a lens hides.

use crate::support::Project;
use i18n::Lang;
use model::RecordId;
use model::basis::{Basis, Coders};
use model::value::Kind;
use workbench::answers;
use workbench::screen::{Screen, Showing};

/// All that whoever acts can be shown of a theory, as text.
pub fn thoughts(engine: &mut workbench::Engine) -> Vec<String> {
    let lang = Lang::Fr;
    let basis = Basis::everything();
    let evidence: Vec<String> =
        engine.seen().codes().iter().map(|node| format!("{:?}", engine.seen().evidence(node.id))).collect();
    let method = model::value::Method::Grounded;
    let mut shown = vec![
        json(&answers::relations::relations(engine, lang).unwrap()),
        json(&answers::memos::journal(engine, lang, &Default::default())),
        json(&answers::gaps::gaps(engine, lang, method, &basis)),
        json(&answers::statement::theories(engine, lang)),
        json(&answers::queries::queries(engine)),
        json(&answers::queries::schemas(engine, lang)),
        json(&answers::dimensions::dimensions(engine, &basis)),
        json(&answers::history::changes(engine, lang, model::Timestamp(0), model::Timestamp(i64::MAX))),
        format!("{:?}", engine.seen().relation_types()),
    ];
    shown.extend(evidence);
    shown
}

/// All that whoever acts can be shown, as text.
pub fn everything(project: &mut Project, interview: RecordId) -> String {
    let mut shown = Vec::new();
    let codes: Vec<RecordId> = project.engine.seen().codes().iter().map(|node| node.id).collect();
    for code in codes.iter().copied().map(Some).chain([None]) {
        let showing = Showing { interview: Some(interview), code, ..Showing::default() };
        let screen = Screen::make(&mut project.engine, &showing, Lang::Fr, 1).unwrap();
        shown.push(format!("{screen:#?}"));
    }
    shown.extend(double_coding(&mut project.engine, interview));
    let engine = &mut project.engine;
    shown.push(json(&answers::codes::codes(engine, &Default::default())));
    shown.push(json(&answers::codings::codings(engine, &everybody()).unwrap()));
    shown.push(json(&answers::interviews::interviews(engine, &Default::default()).unwrap()));
    shown.push(json(&answers::place::to_place(engine).unwrap()));
    shown.push(json(&answers::journal::log(engine, Lang::Fr, None).unwrap()));
    shown.extend(measured(engine));
    shown.extend(thoughts(engine));
    let within = workbench::search::Where { texts: true, memos: true, codes: true };
    for query in ["secret", "s*", "secre~", "/secret/", "un"] {
        let asked = workbench::search::Asked { within, ..workbench::search::Asked::of(query) };
        shown.push(json(&answers::search::search(engine, &asked).unwrap().hits));
        shown.push(json(&answers::search::search(engine, &asked).unwrap().counts));
    }
    let seen = engine.seen();
    shown.push(format!("{:?} {:?} {:?}", seen.memos(), seen.readings(), seen.findings()));
    shown.push(format!("{:?}", seen.same_pairs()));
    shown.push(format!("{:?}", workbench::names::code(&seen, "secret").is_ok()));
    shown.push(format!("{:?}", seen.records_of(Kind::Coding).len()));
    let counts = seen.counts(&Basis::everything());
    shown.push(format!("{:?}", codes.iter().map(|code| counts.of(*code)).collect::<Vec<_>>()));
    shown.join("\n")
}

/// Every part of the step of double coding, and what can be written of it.
pub fn double_coding(engine: &mut workbench::Engine, interview: RecordId) -> Vec<String> {
    use workbench::deliverables::{Deliverable, FileForm, deliver};
    use workbench::views::{DoubleCodingPart, DoubleCodingShown, Step};
    let coders: Vec<RecordId> = engine.seen().members().iter().map(|member| member.id).collect();
    let coders = [coders[0], coders[1]];
    let mut shown = Vec::new();
    for part in DoubleCodingPart::ALL {
        for coders in [None, Some(coders)] {
            let double_coding = DoubleCodingShown { part, coders };
            let step = Some(Step::DoubleCoding);
            let showing = Showing { interview: Some(interview), step, double_coding, ..Showing::default() };
            shown.push(format!("{:#?}", Screen::make(engine, &showing, Lang::Fr, 1).unwrap()));
        }
    }
    for asked in [Deliverable::ReconciliationJournal, Deliverable::Alignment { coders }] {
        let made = deliver(engine, Lang::Fr, &asked, FileForm::Json);
        shown.push(
            made.map(|made| String::from_utf8(made.bytes).unwrap()).unwrap_or_else(|why| why.to_string()),
        );
    }
    shown.push(format!("{:?}", engine.check().unwrap().study));
    shown
}

/// The measures by every basis, and the comparison of all coders.
pub fn measured(engine: &mut workbench::Engine) -> Vec<String> {
    use answers::cooccurrence::{Together, cooccurrence};
    use answers::matrix::{Columns, matrix};
    use answers::saturation::{Rules, saturation};
    use workbench::comparison::{Asked, Rule, Unit};
    use workbench::levels::LevelAsked;
    use workbench::saturation::{Guest, Order, Stopping};
    let coders: Vec<RecordId> = engine.seen().members().iter().map(|member| member.id).collect();
    let mut shown = Vec::new();
    for basis in
        [Basis::default(), Basis::everything(), Basis { coders: Coders::Only(coders.clone()), layer: None }]
    {
        let level = LevelAsked::Label;
        shown.push(json(&matrix(engine, &basis, level, Columns::Interviews).unwrap()));
        shown.push(json(&cooccurrence(engine, &basis, Together::Overlap).unwrap()));
        let guest = Guest { base: 1, run: 1, threshold_percent: 5.0 };
        let rules = Rules { guest, stopping: Stopping { initial: 1, stop: 1 }, claims: Vec::new() };
        for with_unfinished in [false, true] {
            let asked = workbench::saturation::Asked {
                basis: basis.clone(),
                level,
                order: Order::Coding,
                with_unfinished,
                as_coded: false,
            };
            shown.push(json(&saturation(engine, &asked, &rules).unwrap()));
        }
    }
    let asked = Asked {
        coders,
        unit: Unit::Char,
        rule: Rule::Any,
        interviews: Vec::new(),
        level: LevelAsked::Label,
        layer: None,
        with_interviewer: true,
    };
    shown.push(json(&answers::compare::compare(engine, &asked).unwrap()));
    shown
}

pub fn everybody() -> answers::codings::CodingsAsked {
    answers::codings::CodingsAsked { basis: Basis::everything(), ..Default::default() }
}

pub fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string_pretty(value).unwrap()
}

/// Every step and page of the window, what a director is told and given, and every deliverable that quotes.
pub fn pages(engine: &mut workbench::Engine, about: &[RecordId]) -> Vec<String> {
    use workbench::deliverables::{Deliverable, FileForm, deliver};
    use workbench::review::{board, changes, evolution, overview, page};
    use workbench::views::{ReviewPage, ReviewShowing, Step};
    let me = engine.me().unwrap();
    let mut shown = Vec::new();
    let mut show = |engine: &mut workbench::Engine, showing: Showing| {
        shown.push(format!("{:#?}", Screen::make(engine, &showing, Lang::Fr, 1).unwrap()));
    };
    for step in Step::ALL {
        show(engine, Showing { step: Some(step), journal: usize::MAX, ..Showing::default() });
    }
    for page in ReviewPage::ALL {
        for about in about.iter().copied().map(Some).chain([None]) {
            let review = ReviewShowing { page: Some(page), about };
            show(engine, Showing { step: Some(Step::Review), review, ..Showing::default() });
        }
    }
    shown.push(json(&overview::overview(engine, Lang::Fr).unwrap()));
    shown.push(json(&changes::since(engine, Lang::Fr, me)));
    shown.push(json(&board::row(engine, Lang::Fr).unwrap()));
    shown.push(format!("{:?}", evolution::evolution(engine, Lang::Fr)));
    shown.push(json(&answers::threads::threads(engine, Lang::Fr)));
    shown.push(String::from_utf8(page::page(engine, Lang::Fr, me).unwrap()).unwrap());
    for asked in
        [Deliverable::Quotes(Default::default()), Deliverable::Codebook { basis: Basis::everything() }]
    {
        shown.push(
            String::from_utf8(deliver(engine, Lang::Fr, &asked, FileForm::Html).unwrap().bytes).unwrap(),
        );
    }
    shown
}

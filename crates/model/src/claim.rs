//! What a claim of saturation says, in a form that can be checked by anybody for ever.
//!
//! The digest is the SHA-256 of these UTF-8 lines, each ended by `\n`; identifiers, numbers and digests only,
//! so that it can still be checked when words were purged:
//!
//! ```text
//! ancrage-claim/1
//! claim <record> <author> <when, in milliseconds>
//! argument <SHA-256 of the argument>
//! saturation <k> <s> <level> <basis> <layer> <order> guest <base> <run> <percent> francis <initial> <stop>
//! state <operations> <their identifiers combined>
//! orders <holding> <tried> <seed, or all>
//! interview <record> <day, or -> <coding finished, or -> <confirming or -> <SHA-256 of its codings> <codes>…
//! category <record> <density> <searched or -> <enriched by, or -> <properties> <SHA-256 of the note> <against>…
//! director <record>
//! ```
//!
//! Interviews stand in their order, categories in that of the tree, directors by identifier.

use crate::basis::{Basis, Coders};
use crate::value::{ClaimFrozen, Countersign, VisaGiven};
use crate::{Digest, RecordId};
use std::fmt::Write;

/// The first line of what is digested of a claim.
pub const HEADER: &str = "ancrage-claim/1";
/// The first line of what is signed of a visa.
pub const VISA_HEADER: &str = "ancrage-visa/1";

/// The lines of a claim.
#[must_use]
pub fn lines(claim: RecordId, frozen: &ClaimFrozen) -> String {
    let mut out = format!("{HEADER}\n");
    head(&mut out, claim, frozen);
    let absent = || "-".to_owned();
    for one in &frozen.figures.interviews {
        let date = one.date.clone().unwrap_or_else(absent);
        let finished = one.finished.map_or_else(absent, |at| at.0.to_string());
        let confirming = if one.confirming { "confirming" } else { "-" };
        let codes = one.codes.iter().filter_map(|place| frozen.figures.codes.get(*place as usize));
        let codes: String = codes.map(|code| format!(" {code}")).collect();
        let (interview, codings) = (one.interview, one.codings);
        line(&mut out, format_args!("interview {interview} {date} {finished} {confirming} {codings}{codes}"));
    }
    for (place, one) in frozen.categories.iter().enumerate() {
        let note = frozen.search_notes.get(place).map_or("", String::as_str);
        let searched = if one.searched { "searched" } else { "-" };
        let enriched = one.enriched_by.map_or_else(absent, |id| id.to_string());
        let against: String = one.negative.iter().map(|coding| format!(" {coding}")).collect();
        let (category, density, properties) = (one.category, one.density.as_str(), one.properties);
        let note = Digest::of(note.as_bytes());
        line(
            &mut out,
            format_args!("category {category} {density} {searched} {enriched} {properties} {note}{against}"),
        );
    }
    for director in &frozen.directors {
        line(&mut out, format_args!("director {director}"));
    }
    out
}

fn head(out: &mut String, claim: RecordId, frozen: &ClaimFrozen) {
    let (terms, figures) = (&frozen.terms, &frozen.figures);
    line(out, format_args!("claim {claim} {} {}", frozen.author, frozen.at.0));
    line(out, format_args!("argument {}", Digest::of(frozen.argument.as_bytes())));
    let (guest, stopping) = (terms.guest, terms.stopping);
    line(
        out,
        format_args!(
            "saturation {} {} {} {} {} guest {} {} {} francis {} {}",
            terms.at,
            terms.confirm,
            terms.level.as_str(),
            basis(&terms.basis),
            terms.ordered_by,
            guest.0,
            guest.1,
            guest.2,
            stopping.0,
            stopping.1
        ),
    );
    line(out, format_args!("state {} {}", frozen.rests_on.ops, frozen.rests_on.xor));
    let seed = figures.seed.map_or_else(|| "all".to_owned(), |seed| seed.to_string());
    line(out, format_args!("orders {} {} {seed}", figures.orders_holding, figures.orders));
}

fn basis(basis: &Basis) -> String {
    let coders = match &basis.coders {
        Coders::Reference => "reference".to_owned(),
        Coders::Agreed => "agreed".to_owned(),
        Coders::Everybody => "everybody".to_owned(),
        Coders::Only(coders) => coders.iter().map(ToString::to_string).collect::<Vec<_>>().join("+"),
    };
    format!("{coders} {}", basis.layer.map_or("any", |layer| layer.as_str()))
}

fn line(out: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let written = writeln!(out, "{text}");
    debug_assert!(written.is_ok());
}

/// The digest of a claim's lines.
#[must_use]
pub fn digest(claim: RecordId, frozen: &ClaimFrozen) -> Digest {
    Digest::of(lines(claim, frozen).as_bytes())
}

/// What a desk signs of a visa: these words, each line ended by `\n`.
#[must_use]
pub fn visa_lines(visa: &VisaGiven) -> String {
    let verdict: Countersign = visa.verdict;
    let reason = Digest::of(visa.reason.as_bytes());
    format!(
        "{VISA_HEADER}\nclaim {} {}\ndirector {}\nverdict {}\nreason {reason}\nat {}\n",
        visa.claim,
        visa.digest,
        visa.director,
        verdict.as_str(),
        visa.at.0
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Timestamp;
    use crate::value::{
        ClaimFigures, ClaimTerms, ClaimedCategory, ClaimedInterview, Density, Frontier, Level,
    };
    use uuid::Uuid;

    fn id(number: u128) -> RecordId {
        RecordId(Uuid::from_u128(number))
    }

    fn frozen() -> ClaimFrozen {
        let interview = |number| ClaimedInterview {
            interview: id(number),
            codes: vec![0],
            confirming: number == 2,
            date: (number == 1).then(|| "2026-03-01".to_owned()),
            finished: None,
            codings: Digest::of(b""),
        };
        let terms = ClaimTerms {
            at: 1,
            confirm: 1,
            level: Level::Category,
            basis: Basis::default(),
            ordered_by: "date".to_owned(),
            guest: (4, 2, 5.0),
            stopping: (10, 3),
        };
        let figures = ClaimFigures {
            codes: vec![id(7)],
            interviews: vec![interview(1), interview(2)],
            orders_holding: 1,
            orders: 2,
            seed: None,
        };
        let category = ClaimedCategory {
            category: id(7),
            density: Density::Dense,
            enriched_by: Some(id(2)),
            searched: true,
            properties: 3,
            negative: Vec::new(),
        };
        ClaimFrozen::new(
            "rien de neuf".to_owned(),
            vec!["EMG 1".to_owned(), "EMG 2".to_owned()],
            vec!["peur".to_owned()],
            vec!["peur".to_owned()],
            vec!["cherché".to_owned()],
            terms,
            figures,
            vec![category],
            id(9),
            Timestamp(5),
            vec![id(8)],
            Frontier::default(),
            "1".to_owned(),
            Digest::of(b""),
            None,
        )
    }

    #[test]
    fn the_lines_are_these_and_no_others() {
        let empty = Digest::of(b"");
        let (argument, note) = (Digest::of("rien de neuf".as_bytes()), Digest::of("cherché".as_bytes()));
        let [one, two, seven, eight, nine] = [1, 2, 7, 8, 9].map(id);
        let expected = format!(
            "ancrage-claim/1\nclaim {one} {nine} 5\nargument {argument}\n\
             saturation 1 1 category reference any date guest 4 2 5 francis 10 3\n\
             state 0 {}\norders 1 2 all\n\
             interview {one} 2026-03-01 - - {empty} {seven}\ninterview {two} - - confirming {empty} {seven}\n\
             category {seven} dense searched {two} 3 {note}\ndirector {eight}\n",
            Uuid::nil()
        );
        assert_eq!(lines(one, &frozen()), expected);
    }

    #[test]
    fn whatever_is_claimed_changes_the_digest_and_a_name_does_not() {
        let known = digest(id(1), &frozen());
        let mut changed: Vec<ClaimFrozen> = (0..5).map(|_| frozen()).collect();
        changed[0].argument.push('!');
        changed[1].terms.confirm = 0;
        changed[2].figures.interviews[0].codings = Digest::of(b"x");
        changed[3].categories[0].density = Density::ToDevelop;
        changed[4].search_notes[0].clear();
        for other in &changed {
            assert_ne!(digest(id(1), other), known);
        }
        let mut renamed = frozen();
        renamed.interview_names[0] = "MG 1".to_owned();
        assert_eq!(digest(id(1), &renamed), known);
        assert_ne!(digest(id(2), &frozen()), known);
    }
}

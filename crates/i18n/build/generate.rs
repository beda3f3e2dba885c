//! From pairs of messages to Rust source.

use std::fmt::Write;

use crate::check::{Kind, Pair};
use crate::resolve::{Arm, Key, Piece};

/// The whole generated module: one function per message, then the table of all of them.
pub fn module(pairs: &[Pair]) -> String {
    let mut out = String::new();
    for pair in pairs {
        out.push_str(&function(pair));
    }
    out.push_str(&table(pairs));
    out
}

fn function(pair: &Pair) -> String {
    let fixed = is_fixed(&pair.french) && is_fixed(&pair.english);
    let written = if fixed { "&'static str" } else { "String" };
    let body = |lang: &str, pieces: &[Piece]| {
        if fixed { fixed_text(pair, lang, String::new(), pieces) } else { built_text(pair, lang, pieces) }
    };
    format!(
        "{doc}pub fn {name}(lang: Lang{arguments}) -> {written} {{\n    match lang {{\n        \
         Lang::Fr => {french},\n        Lang::En => {english},\n    }}\n}}\n\n",
        doc = doc(pair),
        name = pair.function(),
        arguments = arguments(pair),
        french = body("french", &pair.french),
        english = body("english", &pair.english),
    )
}

/// The French text and where it stands, as the reader of an editor's tooltip sees them.
fn doc(pair: &Pair) -> String {
    let mut out = String::new();
    for line in shown(&pair.french).lines() {
        let _ = writeln!(out, "/// {}", escape_doc(line));
    }
    let _ = write!(out, "///\n/// `{}` in `{}.ftl`.\n", pair.id, pair.area);
    out
}

fn escape_doc(line: &str) -> String {
    line.chars().flat_map(|c| ("[]<>*`_#\\|~".contains(c)).then_some('\\').into_iter().chain([c])).collect()
}

/// A message as its default wording, variables as `$name`.
fn shown(pieces: &[Piece]) -> String {
    let mut out = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Insert(name) => _ = write!(out, "${name}"),
            Piece::Choose { arms, .. } => {
                let default = arms.iter().find(|arm| arm.default);
                out.push_str(&default.map(|arm| shown(&arm.pieces)).unwrap_or_default());
            }
        }
    }
    out
}

fn arguments(pair: &Pair) -> String {
    let kinds = pair.variables.iter();
    kinds.fold(String::new(), |mut out, (name, kind)| {
        let _ = write!(out, ", {}: {}", argument(name), if *kind == Kind::Number { "i64" } else { "&str" });
        out
    })
}

fn argument(name: &str) -> String {
    name.replace('-', "_")
}

/// Whether a message inserts nothing: then every wording is a constant.
fn is_fixed(pieces: &[Piece]) -> bool {
    pieces.iter().all(|piece| match piece {
        Piece::Text(_) => true,
        Piece::Insert(_) => false,
        Piece::Choose { arms, .. } => arms.iter().all(|arm| is_fixed(&arm.pieces)),
    })
}

/// An expression of type `&'static str`: choices are multiplied out, so that each end is a constant.
fn fixed_text(pair: &Pair, lang: &str, before: String, pieces: &[Piece]) -> String {
    match pieces {
        [] => format!("{before:?}"),
        [Piece::Choose { variable, arms }, rest @ ..] => choice(pair, lang, variable, arms, |arm| {
            let all: Vec<Piece> = arm.pieces.iter().chain(rest).cloned().collect();
            fixed_text(pair, lang, before.clone(), &all)
        }),
        [Piece::Text(text), rest @ ..] => fixed_text(pair, lang, before + text, rest),
        [Piece::Insert(_), rest @ ..] => fixed_text(pair, lang, before, rest),
    }
}

fn built_text(pair: &Pair, lang: &str, pieces: &[Piece]) -> String {
    format!("{{ let mut out = String::new(); {} out }}", statements(pair, lang, pieces))
}

fn statements(pair: &Pair, lang: &str, pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| statement(pair, lang, piece)).collect()
}

fn statement(pair: &Pair, lang: &str, piece: &Piece) -> String {
    match piece {
        Piece::Text(text) => format!("out.push_str({text:?}); "),
        Piece::Insert(name) => {
            let value = argument(name);
            match pair.variables.get(name) {
                Some(Kind::Number) => format!("out.push_str(&crate::integer(lang, {value})); "),
                _ => format!("out.push_str({value}); "),
            }
        }
        Piece::Choose { variable, arms } => {
            choice(pair, lang, variable, arms, |arm| format!("{{ {} }}", statements(pair, lang, &arm.pieces)))
        }
    }
}

/// A `match` on one variable, arms in their order, the default last.
fn choice(
    pair: &Pair,
    lang: &str,
    variable: &str,
    arms: &[Arm],
    mut body: impl FnMut(&Arm) -> String,
) -> String {
    let value = argument(variable);
    let number = pair.variables.get(variable) == Some(&Kind::Number);
    let mut out = format!("match {value} {{ ");
    for arm in arms.iter().filter(|arm| !arm.default) {
        let when = match &arm.key {
            Key::Exact(exact) => exact.to_string(),
            Key::Name(name) if number => format!("_ if crate::plural::{lang}({value}) == {name:?}"),
            Key::Name(name) => format!("{name:?}"),
        };
        let _ = write!(out, "{when} => {}, ", body(arm));
    }
    if let Some(default) = arms.iter().find(|arm| arm.default) {
        let _ = write!(out, "_ => {} ", body(default));
    }
    out + "}"
}

/// The table that tests walk: every message can be written out with any number and any text.
fn table(pairs: &[Pair]) -> String {
    let mut out = format!("pub(crate) static ALL: [MessageInfo; {}] = [\n", pairs.len());
    for pair in pairs {
        let variables: String = pair
            .variables
            .iter()
            .map(|(name, kind)| format!("({name:?}, VariableKind::{kind:?}), "))
            .collect();
        let values: String = pair
            .variables
            .values()
            .map(|kind| if *kind == Kind::Number { ", number" } else { ", text" })
            .collect();
        let _ = writeln!(
            out,
            "    MessageInfo {{ id: {:?}, area: {:?}, variables: &[{variables}], write: |lang, number, text| \
             {{ let _ = (number, text); {}(lang{values}).to_owned() }} }},",
            pair.id,
            pair.area,
            pair.function(),
        );
    }
    out + "];\n"
}

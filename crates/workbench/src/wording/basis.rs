//! Whose codings a figure counts, and in which layer.

use crate::answers::basis::{BasisAnswer, CodersAnswer};
use i18n::Lang;

/// The sentence that stands with every figure: whose codings, in which layer.
#[must_use]
pub fn basis(lang: Lang, basis: &BasisAnswer) -> String {
    let coders = match &basis.coders {
        CodersAnswer::Rule("reference") => i18n::cli_basis_reference(lang).to_owned(),
        CodersAnswer::Rule("agreed") => i18n::cli_basis_agreed(lang).to_owned(),
        CodersAnswer::Rule(_) => i18n::cli_basis_everybody(lang).to_owned(),
        CodersAnswer::Names(names) => names.join(", "),
    };
    let layer = match basis.layer {
        "experiential" => i18n::layer_experiential(lang),
        "thematic" => i18n::layer_thematic(lang),
        _ => i18n::layer_any(lang),
    };
    let whose = i18n::cli_basis(lang, &coders, layer);
    match sealed(lang, &basis.sealed) {
        Some(hidden) => format!("{whose} {hidden}"),
        None => whose,
    }
}

/// That sealed rounds, by name, hide work of others; nothing where there is none.
#[must_use]
pub fn sealed(lang: Lang, rounds: &[String]) -> Option<String> {
    let n = i64::try_from(rounds.len()).unwrap_or(i64::MAX);
    (n > 0).then(|| i18n::basis_sealed(lang, n, &rounds.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_its_own_words() {
        let said = |rule| {
            let answer = BasisAnswer { coders: CodersAnswer::Rule(rule), layer: "any", sealed: Vec::new() };
            basis(Lang::Fr, &answer)
        };
        let said = ["reference", "agreed", "everybody"].map(said);
        let hidden = BasisAnswer {
            coders: CodersAnswer::Rule("reference"),
            layer: "any",
            sealed: vec!["Tour 1".to_owned()],
        };
        let hidden = basis(Lang::Fr, &hidden);
        assert!(hidden.starts_with(&said[0]) && hidden.contains("Tour 1"), "{hidden}");
        assert!(said[0] != said[1] && said[1] != said[2] && said[0] != said[2], "{said:?}");
    }
}

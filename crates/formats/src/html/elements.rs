//! What the elements of a page do, by their names.

/// What an element does to the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Its words stand on lines of their own.
    Block,
    /// A heading.
    Heading,
    /// An element of a list.
    Item,
    Table,
    Row,
    Cell,
    /// Its words are kept as they are laid out.
    Laid,
    /// Its words are part of the line.
    Inline,
    /// What is in it is not read.
    Skipped,
    /// It has no content: a line ends.
    Break,
    /// It has no content and says nothing.
    Void,
}

/// The kind of an element; unknown ones are part of the line.
pub(super) fn kind(name: &str) -> Kind {
    match name {
        "p" | "div" | "ul" | "ol" | "section" | "article" | "header" | "footer" | "main" | "blockquote"
        | "dl" | "dt" | "dd" | "body" | "html" | "form" | "fieldset" | "figure" | "figcaption"
        | "address" | "aside" | "center" | "details" | "summary" | "caption" | "thead" | "tbody"
        | "tfoot" | "title-page" | "head" => Kind::Block,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Kind::Heading,
        "li" => Kind::Item,
        "table" => Kind::Table,
        "tr" => Kind::Row,
        "td" | "th" => Kind::Cell,
        "pre" | "listing" | "xmp" | "textarea" => Kind::Laid,
        "script" | "style" | "title" | "noscript" | "template" | "svg" | "math" | "iframe" | "object"
        | "audio" | "video" | "canvas" | "select" | "button" | "nav" | "datalist" | "noframes"
        | "noembed" | "xml" => Kind::Skipped,
        "br" => Kind::Break,
        "hr" | "img" | "meta" | "link" | "input" | "col" | "wbr" | "area" | "base" | "embed" | "source"
        | "track" | "param" | "basefont" | "frame" => Kind::Void,
        _ => Kind::Inline,
    }
}

/// Whether an element that begins ends another that was left open, unless an element `holds` them apart.
pub(super) fn ends(begins: &str, open: &str) -> bool {
    match begins {
        "li" => open == "li",
        "dt" | "dd" => matches!(open, "dt" | "dd"),
        "td" | "th" => matches!(open, "td" | "th"),
        "tr" => open == "tr",
        _ => open == "p" && !matches!(kind(begins), Kind::Inline | Kind::Break | Kind::Void | Kind::Skipped),
    }
}

/// Whether what was left open outside an element stays open inside it.
pub(super) fn holds(name: &str) -> bool {
    matches!(
        name,
        "ul" | "ol"
            | "dl"
            | "table"
            | "td"
            | "th"
            | "div"
            | "body"
            | "section"
            | "article"
            | "blockquote"
            | "li"
    )
}

//! Walks through one XML part: bounded depth, no entity but those of XML itself, no namespace.

use std::borrow::Cow;
use std::collections::BTreeSet;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use crate::error::ReadError;

/// The most elements inside each other; Word itself stops long before.
pub(crate) const DEPTH_LIMIT: usize = 256;

/// The next thing in a part. Empty elements come as an opening and a closing.
#[derive(Debug)]
pub(crate) enum Node<'a> {
    Open(Element<'a>),
    Close,
    Text(Cow<'a, str>),
    /// A reference to an entity that XML does not define, by its name; it is never expanded.
    Entity(Cow<'a, str>),
    End,
}

/// An element's opening tag.
#[derive(Debug)]
pub(crate) struct Element<'a>(BytesStart<'a>);

impl Element<'_> {
    /// The name without prefix.
    pub fn name(&self) -> &str {
        let name: &str = self.0.name().into_inner();
        name.rsplit_once(':').map_or(name, |(_, local)| local)
    }

    /// The value of the attribute of that name, whatever its prefix.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let found =
            attributes.with_checks(false).flatten().find(|a| a.key.local_name().into_inner() == name)?;
        let value = found.normalized_value(XmlVersion::Implicit1_0);
        Some(value.map_or_else(|_| found.value.clone().into_owned(), Cow::into_owned))
    }
}

/// A cursor over one part.
pub(crate) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    part: &'a str,
    depth: usize,
    /// Whether the element just opened was empty, so that its closing comes next.
    empty: bool,
    /// Names of entities met inside texts that XML does not define, each once.
    pub unknown: BTreeSet<String>,
}

impl<'a> Xml<'a> {
    pub fn new(part: &'a str, text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().allow_dangling_amp = true;
        Self { reader, part, depth: 0, empty: false, unknown: BTreeSet::new() }
    }

    /// Steps forward.
    ///
    /// # Errors
    /// [`ReadError::BrokenXml`] and [`ReadError::TooDeep`].
    pub fn next(&mut self) -> Result<Node<'a>, ReadError> {
        if std::mem::take(&mut self.empty) {
            self.depth -= 1;
            return Ok(Node::Close);
        }
        loop {
            match self.reader.read_event().map_err(|error| self.broken(error.to_string()))? {
                Event::Start(start) => return self.open(start),
                Event::Empty(start) => {
                    self.empty = true;
                    return self.open(start);
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Node::Close);
                }
                Event::Text(text) => return Ok(Node::Text(text.xml10_content())),
                Event::CData(text) => return Ok(Node::Text(text.xml10_content())),
                Event::GeneralRef(reference) => return Ok(character(&reference)),
                Event::Eof if self.depth > 0 => return Err(self.broken("the part ends too soon".to_owned())),
                Event::Eof => return Ok(Node::End),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            }
        }
    }

    fn open(&mut self, start: BytesStart<'a>) -> Result<Node<'a>, ReadError> {
        self.depth += 1;
        if self.depth > DEPTH_LIMIT {
            return Err(ReadError::TooDeep { part: self.part.to_owned(), limit: DEPTH_LIMIT });
        }
        Ok(Node::Open(Element(start)))
    }

    fn broken(&self, detail: String) -> ReadError {
        ReadError::BrokenXml { part: self.part.to_owned(), at: self.reader.error_position(), detail }
    }

    /// Passes over the rest of the element just opened.
    ///
    /// # Errors
    /// As [`Xml::next`].
    pub fn skip(&mut self) -> Result<(), ReadError> {
        let mut inside = 1usize;
        while inside > 0 {
            match self.next()? {
                Node::Open(_) => inside += 1,
                Node::Close => inside -= 1,
                Node::Text(_) | Node::Entity(_) => {}
                Node::End => return Ok(()),
            }
        }
        Ok(())
    }

    /// The characters directly inside the element just opened, up to its end.
    ///
    /// # Errors
    /// As [`Xml::next`].
    pub fn text(&mut self) -> Result<Cow<'a, str>, ReadError> {
        let mut all = Cow::Borrowed("");
        loop {
            match self.next()? {
                Node::Text(text) if all.is_empty() => all = text,
                Node::Text(text) => all.to_mut().push_str(&text),
                Node::Entity(name) => {
                    all.to_mut().push_str(&format!("&{name};"));
                    self.unknown.insert(name.into_owned());
                }
                Node::Open(_) => self.skip()?,
                Node::Close | Node::End => return Ok(all),
            }
        }
    }
}

/// The next child element, or the end of the parent; characters between elements are passed over.
pub(crate) fn next_child<'a>(xml: &mut Xml<'a>) -> Result<Node<'a>, ReadError> {
    loop {
        match xml.next()? {
            Node::Text(_) | Node::Entity(_) => {}
            node => return Ok(node),
        }
    }
}

/// A character reference or a predefined entity; one that names no character gives U+FFFD.
fn character<'a>(reference: &BytesRef<'a>) -> Node<'a> {
    match reference.resolve_char_ref() {
        Ok(Some(c)) => Node::Text(Cow::Owned(c.to_string())),
        Err(_) => Node::Text(Cow::Borrowed("\u{FFFD}")),
        Ok(None) => {
            let name = reference.xml10_content();
            match quick_xml::escape::resolve_xml_entity(&name) {
                Some(text) => Node::Text(Cow::Borrowed(text)),
                None => Node::Entity(name),
            }
        }
    }
}

/// Decodes a part: UTF-8 or UTF-16, or what its declaration names. Invalid bytes become U+FFFD.
pub(crate) fn decode_part(bytes: Vec<u8>) -> String {
    let encoding = encoding_of(&bytes);
    if encoding != UTF_8 {
        return encoding.decode(&bytes).0.into_owned();
    }
    let mark = usize::from(bytes.starts_with(b"\xEF\xBB\xBF")) * 3;
    match String::from_utf8(bytes) {
        Ok(mut text) => {
            text.drain(..mark);
            text
        }
        Err(error) => String::from_utf8_lossy(error.as_bytes()).into_owned(),
    }
}

fn encoding_of(bytes: &[u8]) -> &'static Encoding {
    match bytes {
        [0xFF, 0xFE, ..] | [b'<', 0, ..] => UTF_16LE,
        [0xFE, 0xFF, ..] | [0, b'<', ..] => UTF_16BE,
        _ => declared(bytes).unwrap_or(UTF_8),
    }
}

/// The encoding of `<?xml … encoding="…"?>`. A part that can be read byte by byte is not UTF-16,
/// whatever it says.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = std::str::from_utf8(bytes.get(..bytes.len().min(200))?.split(|&b| b == b'>').next()?).ok()?;
    let (_, rest) = head.split_once("encoding=")?;
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let label = rest[1..].split(quote).next()?;
    Encoding::for_label(label.as_bytes()).filter(|&e| e != UTF_16LE && e != UTF_16BE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(xml: &str) -> Result<String, ReadError> {
        let mut walk = Xml::new("p.xml", xml);
        let mut out = String::new();
        loop {
            match walk.next()? {
                Node::Open(element) => out.push_str(&format!("<{}>", element.name())),
                Node::Close => out.push_str("</>"),
                Node::Text(text) => out.push_str(&text),
                Node::Entity(name) => out.push_str(&format!("[{name}]")),
                Node::End => return Ok(out),
            }
        }
    }

    #[test]
    fn names_lose_their_prefix_and_empty_elements_close() {
        let got =
            text_of("<?xml version='1.0'?><w:p xmlns:w='x'><w:tab/>a &amp; b&#233;&lt;<![CDATA[<c>]]></w:p>");
        assert_eq!(got.as_deref(), Ok("<p><tab></>a & bé<<c></>"));
    }

    #[test]
    fn entities_are_never_expanded() {
        let bomb = "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;\">]><d>&b;&#0;</d>";
        assert_eq!(text_of(bomb).as_deref(), Ok("<d>[b]\u{FFFD}</>"));
    }

    #[test]
    fn depth_is_bounded() {
        let nest = |n: usize| format!("{}{}", "<a>".repeat(n), "</a>".repeat(n));
        assert!(text_of(&nest(DEPTH_LIMIT)).is_ok());
        let error = ReadError::TooDeep { part: "p.xml".into(), limit: DEPTH_LIMIT };
        assert_eq!(text_of(&nest(DEPTH_LIMIT + 1)), Err(error));
    }

    #[test]
    fn damage_is_an_error_with_its_place() {
        for xml in ["<a><b></a>", "<a>oui", "<a", "<a></a></b>"] {
            assert!(matches!(text_of(xml), Err(ReadError::BrokenXml { .. })), "{xml}");
        }
    }

    #[test]
    fn parts_are_decoded_by_mark_pattern_or_declaration() {
        let plain = "<a>é</a>";
        let wide = |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>();
        assert_eq!(decode_part([b"\xEF\xBB\xBF", plain.as_bytes()].concat()), plain);
        assert_eq!(decode_part(wide(plain)), plain);
        assert_eq!(decode_part(wide(&format!("\u{FEFF}{plain}"))), plain);
        let latin = b"<?xml version=\"1.0\" encoding='ISO-8859-1'?><a>\xE9</a>".to_vec();
        assert!(decode_part(latin).ends_with(plain));
        let liar = format!("<?xml version=\"1.0\" encoding=\"UTF-16\"?>{plain}");
        assert_eq!(decode_part(liar.clone().into_bytes()), liar);
    }
}

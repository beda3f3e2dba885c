//! A rich text as a row of tokens.

/// One thing in a rich text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Token<'a> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// `\name` or `\name12`.
    Word(&'a str, Option<i32>),
    /// `\` and a sign that is no letter.
    Symbol(u8),
    /// `\'e9`
    Byte(u8),
    /// Plain characters, line ends aside.
    Text(&'a [u8]),
}

/// The tokens of a file, in order. Any bytes at all are tokens.
pub(crate) struct Tokens<'a> {
    rest: &'a [u8],
}

impl<'a> Tokens<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    fn take(&mut self, len: usize) -> &'a [u8] {
        let (taken, rest) = self.rest.split_at(len.min(self.rest.len()));
        self.rest = rest;
        taken
    }

    fn after_backslash(&mut self) -> Option<Token<'a>> {
        match *self.rest.first()? {
            b'\'' => {
                self.take(1);
                Some(self.hexadecimal())
            }
            first if first.is_ascii_alphabetic() => Some(self.word()),
            first => {
                self.take(1);
                Some(Token::Symbol(first))
            }
        }
    }

    fn hexadecimal(&mut self) -> Token<'a> {
        let digits = self.rest.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                self.take(2);
                Token::Byte(byte)
            }
            None => Token::Text(b"'"),
        }
    }

    fn word(&mut self) -> Token<'a> {
        let letters = self.rest.iter().take_while(|b| b.is_ascii_alphabetic()).count();
        let name = std::str::from_utf8(self.take(letters)).unwrap_or_default();
        let sign = usize::from(self.rest.first() == Some(&b'-'));
        let digits = self.rest.iter().skip(sign).take_while(|b| b.is_ascii_digit()).count();
        let number = if digits > 0 { std::str::from_utf8(self.take(sign + digits)).ok() } else { None };
        let value = number.map(|number| {
            let limit = if sign > 0 { i32::MIN } else { i32::MAX };
            number.parse::<i32>().unwrap_or(limit)
        });
        if self.rest.first() == Some(&b' ') {
            self.take(1);
        }
        if name == "bin" {
            self.take(value.and_then(|len| usize::try_from(len).ok()).unwrap_or(0));
        }
        Token::Word(name, value)
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            match *self.rest.first()? {
                b'{' => {
                    self.take(1);
                    return Some(Token::Open);
                }
                b'}' => {
                    self.take(1);
                    return Some(Token::Close);
                }
                b'\\' => {
                    self.take(1);
                    return self.after_backslash();
                }
                b'\r' | b'\n' | 0 => {
                    self.take(1);
                }
                _ => {
                    let end = |b: &u8| matches!(b, b'{' | b'}' | b'\\' | b'\r' | b'\n' | 0);
                    let len = self.rest.iter().position(end).unwrap_or(self.rest.len());
                    return Some(Token::Text(self.take(len)));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_of_a_rich_text() {
        let text = b"{\\rtf1\\b0 gras \\'e9\\~\\u-3913?x\r\ny\\\n\\bin3 {}\\z\\fs-99999999999-1\\'zz}";
        let expected = [
            Token::Open,
            Token::Word("rtf", Some(1)),
            Token::Word("b", Some(0)),
            Token::Text(b"gras "),
            Token::Byte(0xE9),
            Token::Symbol(b'~'),
            Token::Word("u", Some(-3913)),
            Token::Text(b"?x"),
            Token::Text(b"y"),
            Token::Symbol(b'\n'),
            Token::Word("bin", Some(3)),
            Token::Word("z", None),
            Token::Word("fs", Some(i32::MIN)),
            Token::Text(b"-1"),
            Token::Text(b"'"),
            Token::Text(b"zz"),
            Token::Close,
        ];
        // `\bin3 ` is followed by three bytes that are no tokens: `{}\`.
        let text = String::from_utf8_lossy(text).replace("{}\\z", "{}\\\\z");
        assert_eq!(Tokens::new(text.as_bytes()).collect::<Vec<_>>(), expected);
    }
}

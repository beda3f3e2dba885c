//! The files of the example study, inside the program.

pub(crate) const GUIDE_TITLE: &str = "Guide d’entretien";
pub(crate) const GUIDE: &[u8] = b"";
pub(crate) const CODEBOOK: &[u8] = b"path,layer,in_vivo,colour,definition\n";
pub(crate) const CODINGS: &[u8] = b"interview,start,end,code,coder\n";
pub(crate) const INTERVIEWS: &[(&str, &[u8])] = &[];

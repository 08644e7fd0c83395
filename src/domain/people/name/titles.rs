//! Titles as offices write them: which words are front titles, which are degrees. Lists, and how a word is compared
//! with them; nothing here knows where a title stands in a name.

/// Front titles that are recognised with their dot only: without it they could be a name or an initial.
const FRONT_WITH_DOT: &[&str] = &[
    "Kol.", "Mayor.", "Kapten.", "Lettu.", "Letda.", "Hi.", "Ust.", "Bd.", "Tgk.", "Brigjen.", "Mayjen.", "Letjen.",
    "Jend.", "Inf.", "Kav.", "Pol.", "Purn.", "Serma.", "Serka.", "Sertu.", "Serda.", "Pelda.", "Peltu.",
];

/// Front titles that are recognised with and without a dot, as they are written out.
const FRONT: &[&str] = &[
    "Prof.", "Dr.", "dr.", "drg.", "drh.", "Ir.", "Drs.", "Dra.", "H.", "Hj.", "apt.", "Ns.", "KH.", "K.H.", "Pdt.",
    "Letkol.", "Kombes.", "AKBP", "Kompol", "Iptu", "Ipda", "Aiptu", "Aipda", "Bripka",
];

/// Degrees and other back titles. Recognised in any case, with or without the last dot.
#[rustfmt::skip]
const BACK: &[&str] = &[
    "A.Ma.", "A.Ma.Pd.", "A.Md.", "A.Md.Keb.", "A.Md.Kep.", "A.Md.Kom.", "A.Md.Ak.", "A.Md.Kes.", "A.Md.Gz.",
    "A.Md.T.", "A.Md.Farm.", "A.Md.RMIK.", "A.Md.P.", "B.Sc.", "B.A.", "S.AB.", "S.Ag.", "S.Ak.", "S.AP.",
    "S.Ars.", "S.Ds.", "S.E.", "S.Ek.", "S.E.I.", "S.Farm.", "S.Fil.", "S.Gz.", "S.H.", "S.H.I.", "S.Hum.",
    "S.Hut.", "S.I.K.", "S.I.Kom.", "S.I.P.", "S.I.Pem.", "S.IP.", "S.I.Pust.", "S.Kel.", "S.Keb.", "S.Ked.",
    "S.Kep.", "S.Kes.", "S.K.G.", "S.KG.", "S.K.H.", "S.KH.", "S.K.M.", "S.KM.", "S.Kom.", "S.M.", "S.Mat.",
    "S.Or.", "S.P.", "S.Pd.", "S.Pd.I.", "S.Pd.SD.", "S.Pi.", "S.Psi.", "S.Pt.", "S.Pust.", "S.S.", "S.Si.",
    "S.Sn.", "S.Sos.", "S.Sos.I.", "S.S.T.", "S.ST.", "S.S.T.P.", "S.STP.", "S.Stat.", "S.Sy.", "S.T.", "S.Th.",
    "S.T.P.", "S.TP.", "S.Tr.", "S.Tr.A.P.", "S.Tr.AP.", "S.Tr.Gz.", "S.Tr.I.P.", "S.Tr.IP.", "S.Tr.Keb.",
    "S.Tr.Kep.", "S.Tr.Kes.", "S.Tr.Kom.", "S.Tr.Pt.", "S.Tr.Sos.", "S.Tr.Stat.", "S.Tr.T.", "S.I.A.", "M.A.",
    "M.A.B.", "M.Ag.", "M.Ak.", "M.A.P.", "M.AP.", "M.Ars.", "M.B.A.", "M.Biomed.", "M.Cs.", "M.Ec.Dev.", "M.Eng.",
    "M.Env.", "M.Epid.", "M.Farm.", "M.Gizi.", "M.H.", "M.Hum.", "M.H.Kes.", "M.I.Kom.", "M.IP.", "M.I.P.",
    "M.Keb.", "M.Kep.", "M.Kes.", "M.K.M.", "M.KM.", "M.Kn.", "M.Kom.", "M.M.", "M.M.Pd.", "M.P.", "M.Pd.",
    "M.Pd.I.", "M.Pi.", "M.Psi.", "M.P.A.", "M.P.P.", "M.P.W.K.", "M.PWK.", "M.S.", "M.Sc.", "M.SE.", "M.S.E.",
    "M.S.M.", "M.Si.", "M.Sn.", "M.Sos.", "M.Stat.", "M.Sy.", "M.T.", "M.Th.", "M.T.I.", "M.Tr.AP.", "M.Tr.IP.",
    "M.Tr.A.P.", "M.Tr.I.P.", "M.Tr.Keb.", "M.Tr.Kep.", "LL.M.", "Ph.D.", "Sp.A.", "Sp.An.", "Sp.B.", "Sp.JP.",
    "Sp.KJ.", "Sp.M.", "Sp.N.", "Sp.OG.", "Sp.OT.", "Sp.P.", "Sp.PD.", "Sp.PK.", "Sp.Rad.", "Sp.S.", "Sp.THT.",
    "Sp.U.", "Ak.", "C.A.", "CA.", "Ners.", "Psikolog.", "Apt.", "CFrA.", "QIA.", "CHRP.",
];

/// Degrees without any dot that are nothing else at the end of a name, in exactly these spellings.
#[rustfmt::skip]
const BARE: &[&str] = &[
    "SH", "SE", "ST", "MH", "MM", "MT", "SPd", "SPD", "MPd", "MPD", "SSos", "SSOS", "MSi", "MSI", "SKom", "SKOM",
    "MKom", "SKM", "SSTP", "SSTP.", "MKes", "MKES", "SKep", "SIP", "MSP", "AMd", "Amd", "AMD", "AMdKeb", "PhD",
    "SAg", "SAP", "MAP", "SPsi", "SFarm", "MHum", "Ners", "S.Kep.Ners", "MBA", "MSc", "SHut", "SPt", "SPi",
];

/// How a word is written as a front title, if it is one. `DR.` in capitals is read as a doctorate.
pub fn front(word: &str) -> Option<String> {
    let bare = word.trim_end_matches('.');
    if let Some(exact) = FRONT.iter().find(|t| t.trim_end_matches('.') == bare) {
        return Some((*exact).to_owned());
    }
    if let Some(known) = FRONT.iter().find(|t| t.trim_end_matches('.').eq_ignore_ascii_case(bare)) {
        return Some((*known).to_owned());
    }
    let known = FRONT_WITH_DOT.iter().find(|t| t.eq_ignore_ascii_case(word))?;
    Some((*known).to_owned())
}

/// How a word is written as a back title, if it is a known one: as it stands, but capitals only where it has them.
pub fn degree(word: &str) -> Option<String> {
    if BARE.contains(&word) {
        return Some(word.to_owned());
    }
    if !word.contains('.') {
        return None;
    }
    let bare = word.trim_end_matches('.');
    let known =
        BACK.iter().find(|t| t.contains('.') && t.trim_end_matches('.').eq_ignore_ascii_case(bare) && bare.contains('.'))?;
    let shouted = !word.chars().any(char::is_lowercase);
    Some(if shouted && word.ends_with('.') {
        (*known).to_owned()
    } else if shouted {
        known.trim_end_matches('.').to_owned()
    } else {
        word.to_owned()
    })
}

/// Whether a word after a comma reads as a title, known or not. Capitals say nothing where everything is in capitals.
pub fn reads_as_title(word: &str, all_in_capitals: bool) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    if degree(word).is_some() || front(word).is_some() {
        return true;
    }
    let short = letters > 0 && word.chars().count() <= 14 && !word.contains(char::is_numeric);
    let dotted = word.contains('.');
    // A letter alone is an initial, `II` a numeral of the name.
    let capitals = (2..=6).contains(&letters) && !is_numeral(word) && word.chars().all(|c| c.is_ascii_uppercase());
    short && (dotted || (capitals && !all_in_capitals))
}

/// Initials run together, as `H.B.`: single letters with dots.
pub fn is_initials(word: &str) -> bool {
    word.split('.').all(|piece| piece.chars().count() <= 1)
}

/// A numeral that belongs to the name, as `Mahmud II`.
pub fn is_numeral(word: &str) -> bool {
    matches!(word, "II" | "III" | "IV")
}

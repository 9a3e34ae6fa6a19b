namespace PaperDigest.Catalogue;

/// <summary>What part a sign plays in a formula; TeX spaces signs by it.</summary>
internal enum AtomClass
{
    Ordinary,

    /// <summary>Sums, integrals, and functions that have a name.</summary>
    Large,
    Binary,
    Relation,
    Open,
    Close,
    Punctuation,
}

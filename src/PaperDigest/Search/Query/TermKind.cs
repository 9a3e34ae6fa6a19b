namespace PaperDigest.Search;

/// <summary>What a part of a query asks of a paper.</summary>
internal enum TermKind
{
    /// <summary>A word without an operator: papers are ranked by it.</summary>
    Word,

    /// <summary>Words in quotation marks, one after the other and exactly so, in title, abstract or authors.</summary>
    Phrase,

    Title,
    Abstract,

    /// <summary>A name or a part of one, in any order, with initials.</summary>
    Author,

    Category,

    /// <summary>The account that put it on a curated list.</summary>
    Submitter,

    Id,

    /// <summary>The day it was listed first.</summary>
    Listed,

    /// <summary>Votes here and elsewhere.</summary>
    Votes,

    Code,
}

namespace PaperDigest.Sources.Arxiv;

/// <summary>Why an answer of arXiv was refused as a whole.</summary>
public enum RefusalKind
{
    /// <summary>Neither XML nor anything known: empty, plain text, compressed bytes.</summary>
    NotXml,

    /// <summary>A web page, usually a notice of maintenance.</summary>
    Html,

    /// <summary>Status 429, or the text "Rate exceeded." with status 200.</summary>
    RateExceeded,

    /// <summary>XML that is not well formed, or of an unknown layout.</summary>
    Malformed,

    /// <summary>XML that ends before its root element does.</summary>
    Truncated,

    /// <summary>A document type declaration, which arXiv never sends: entity expansion or an external entity.</summary>
    DtdForbidden,

    /// <summary>arXiv's own statement that the request was wrong: an error feed or an OAI-PMH error.</summary>
    RequestRefused,

    /// <summary>Status 403: arXiv does not want to be asked from here.</summary>
    Forbidden,

    /// <summary>Nothing was asked, because arXiv turned requests away a while ago and is left alone for now.</summary>
    Blocked,

    /// <summary>OAI-PMH does not give records in the format asked for.</summary>
    FormatNotOffered,

    TooLarge,

    /// <summary>A feed without a readable publication date.</summary>
    NoDate,

    /// <summary>Status 5xx or 408.</summary>
    Unavailable,

    /// <summary>Any other status than success.</summary>
    UnexpectedStatus,

    /// <summary>An answer without the papers that it says there are.</summary>
    NotYetWhole,

    /// <summary>No connection, or one that ended in the middle of the answer.</summary>
    ConnectionLost,

    TimedOut,

    /// <summary>An OAI-PMH list that can't be completed: its token is refused, repeats, or ends in nothing.</summary>
    ListBroken,

    /// <summary>Nothing was asked, because the settings name nobody whom arXiv could reach.</summary>
    NoContact,
}

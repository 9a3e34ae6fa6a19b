namespace PaperDigest.Sources.Arxiv;

/// <summary>As what a listing announces a paper. The type is relative to the category asked for: new in one, cross-listed in another.</summary>
public enum AnnounceType
{
    /// <summary>A paper announced for the first time, whose primary category is among those asked for.</summary>
    New,

    /// <summary>A paper whose primary category lies elsewhere; it may be an old paper that was added today.</summary>
    Cross,

    /// <summary>A new version (2 to 5; later ones are not announced) of a paper.</summary>
    Replace,

    /// <summary>A new version of a paper that is cross-listed here.</summary>
    ReplaceCross,
}

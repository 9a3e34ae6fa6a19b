namespace PaperDigest.Community;

/// <summary>What became of a wish to save a paper.</summary>
internal enum SaveOutcome
{
    Saved,
    NoSuchPaper,

    /// <summary>The reader keeps <see cref="SavedPapers.Most"/> already.</summary>
    Full,
}

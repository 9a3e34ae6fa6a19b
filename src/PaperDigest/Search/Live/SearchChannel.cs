namespace PaperDigest.Search;

/// <summary>The channel that says that papers changed (a trigger on the table does, whoever writes) or that an encoder was trained.</summary>
internal static class SearchChannel
{
    public const string Name = "paperdigest_search";

    /// <summary>Sent by hand; the other words are the trigger's: INSERT, UPDATE, DELETE, TRUNCATE.</summary>
    public const string EncoderTrained = "encoder";
}

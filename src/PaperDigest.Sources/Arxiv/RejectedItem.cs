namespace PaperDigest.Sources.Arxiv;

/// <summary>A part of an answer that could not be taken in: why, and a short excerpt to recognise it by.</summary>
public sealed record RejectedItem(string Reason, string Excerpt);

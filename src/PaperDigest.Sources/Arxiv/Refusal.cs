namespace PaperDigest.Sources.Arxiv;

/// <summary>Why an answer was not taken in, with a message for the operator.</summary>
public sealed record Refusal(RefusalKind Kind, string Message);

namespace PaperDigest.Catalogue;

/// <summary>How words are set off; several at once.</summary>
[Flags]
internal enum ProseStyle
{
    None = 0,
    Bold = 1,
    Emphasis = 2,
    Code = 4,
    Underlined = 8,
    Raised = 16,
    Lowered = 32,
}

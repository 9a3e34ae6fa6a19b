namespace PaperDigest.Catalogue;

/// <summary>A piece of TeX's source.</summary>
/// <param name="Text">A character, or a command's name without its backslash; empty at the end.</param>
internal readonly record struct TexToken(TexTokenKind Kind, string Text)
{
    public bool Is(char character) => Kind == TexTokenKind.Character && Text.Length == 1 && Text[0] == character;

    public bool IsCommand(string name) => Kind == TexTokenKind.Command && Text == name;
}

internal enum TexTokenKind
{
    End,
    Character,
    Command,
    Open,
    Close,
    Superscript,
    Subscript,
    Cell,
}

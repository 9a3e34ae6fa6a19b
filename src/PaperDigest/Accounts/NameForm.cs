namespace PaperDigest.Accounts;

/// <summary>The form for the public name as it was typed, with what is wrong with it.</summary>
internal sealed record NameForm(string Name, string? Return, string Problem);

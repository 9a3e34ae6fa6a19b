namespace PaperDigest.Smtp.Mime;

/// <summary>
/// One header field, checked and encoded when it is made: values from outside cannot break out of it. Factories throw
/// ArgumentException for what cannot stand in a header.
/// </summary>
public sealed record MessageHeader
{
    private const int LongestName = 50;

    private MessageHeader(string name, IReadOnlyList<string> words)
    {
        if (name.Length is 0 or > LongestName || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            throw new ArgumentException("A header name is made of ASCII letters, digits and hyphens, 50 at most.", nameof(name));
        Name = name;
        Words = words;
    }

    /// <summary>RFC 8058: with a https List-Unsubscribe link this asks mail programs for the one-click button.</summary>
    public static MessageHeader OneClickUnsubscribe { get; } = Text("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");

    public string Name { get; }

    internal IReadOnlyList<string> Words { get; }

    /// <summary>Free text, such as a subject; encoded by RFC 2047 where it is not ASCII.</summary>
    public static MessageHeader Text(string name, string value)
    {
        HeaderText.RefuseControls(value, $"The header {name}");
        return new(name, HeaderText.Words(value, UsedBy(name)));
    }

    /// <summary>One mailbox, such as Reply-To.</summary>
    public static MessageHeader Address(string name, Mailbox mailbox) =>
        new(name, string.IsNullOrEmpty(mailbox.DisplayName) ? [mailbox.Address] : Bracketed(name, mailbox.DisplayName, mailbox.Address));

    /// <summary>RFC 2919: the list's name for people and its id, a dotted ASCII name such as weekly.digest.example.org.</summary>
    public static MessageHeader ListId(string phrase, string id)
    {
        HeaderText.RefuseControls(phrase, "The name of a list");
        if (DomainName.Read(id, out _) is not AddressVerdict.Valid)
            throw new ArgumentException("A list's id is a dotted name of ASCII letters, digits and hyphens.", nameof(id));
        return new("List-ID", Bracketed("List-ID", phrase, id));
    }

    /// <summary>Links as RFC 2369 writes them, for List-Unsubscribe and its kin. No line is ever folded inside one.</summary>
    public static MessageHeader Links(string name, params ReadOnlySpan<Uri> links)
    {
        var words = new List<string>();
        foreach (var link in links)
        {
            HeaderText.RefuseAllButVisibleAscii(link.AbsoluteUri, $"A link in {name}");
            words.Add($"<{link.AbsoluteUri}>");
        }
        if (words.Count == 0)
            throw new ArgumentException($"{name} needs a link.", nameof(links));
        for (var i = 0; i < words.Count - 1; i++)
            words[i] += ",";
        return new(name, words);
    }

    internal static MessageHeader MessageId(string id)
    {
        HeaderText.RefuseAllButVisibleAscii(id, "A Message-ID");
        if (id.Count(c => c == '@') != 1 || id.IndexOfAny(['<', '>', '"', '(', ')', ',', ';', ':', '\\', '[', ']']) >= 0)
            throw new ArgumentException("A Message-ID is given as left@right, without angle brackets.", nameof(id));
        return new("Message-ID", [$"<{id}>"]);
    }

    private static int UsedBy(string name) => name.Length + 2;

    private static IReadOnlyList<string> Bracketed(string name, string phrase, string content) =>
        phrase.Length == 0 ? [$"<{content}>"] : [.. HeaderText.Phrase(phrase, UsedBy(name)), $"<{content}>"];
}

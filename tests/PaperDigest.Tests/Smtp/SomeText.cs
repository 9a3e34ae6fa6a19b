using System.Text;

namespace PaperDigest.Tests.Smtp;

/// <summary>Text at random from what has broken mail programs: long words, runs of spaces, dots, equals signs, emoji, several scripts.</summary>
internal static class SomeText
{
    private static readonly string[] Pieces =
    [
        "a", "word", "attention", " ", " ", " ", "  ", ".", "=", "=?", "?=", "_", "\"", "\\", ",", "<", ">", "(", "é", "ß", "–",
        "注意", "механизм", "🔥", "👩‍🔬", "e\u0301", "From ", "--", "x@y", "=20", new string('x', 60),
    ];

    public static string Line(Random random) => Of(random, random.Next(1, 40), Pieces);

    /// <summary>Lines in CRLF, the last one ended.</summary>
    public static string Body(Random random) => Of(random, random.Next(0, 200), [.. Pieces, "\r\n", "\r\n", "\t", " \r\n", "\0"]) + "\r\n";

    private static string Of(Random random, int count, string[] pieces)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
            text.Append(pieces[random.Next(pieces.Length)]);
        return text.ToString();
    }
}

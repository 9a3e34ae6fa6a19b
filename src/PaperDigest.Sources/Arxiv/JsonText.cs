using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PaperDigest.Sources.Arxiv;

/// <summary>Texts from JSON that somebody else wrote: half a surrogate pair or a byte that is no UTF-8 spoils no record.</summary>
internal static partial class JsonText
{
    /// <summary>The value that follows, where it is a text or a number; null for any other, which is passed over.</summary>
    public static string? Next(ref Utf8JsonReader reader)
    {
        Next(ref reader, out var text);
        return text;
    }

    /// <summary>The same within a list; false at its end.</summary>
    public static bool Next(ref Utf8JsonReader reader, out string? text)
    {
        text = null;
        if (!reader.Read() || reader.TokenType == JsonTokenType.EndArray)
            return false;
        if (reader.TokenType == JsonTokenType.String)
            text = Text(ref reader);
        else if (reader.TokenType == JsonTokenType.Number)
            text = Encoding.UTF8.GetString(reader.ValueSpan);
        else
            reader.Skip();
        return true;
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Escape().Replace(Encoding.UTF8.GetString(reader.ValueSpan), Unescaped);
        }
    }

    private static string Unescaped(Match escape) => escape.Value[1] switch
    {
        'u' => ((char)ushort.Parse(escape.ValueSpan[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString(),
        'n' => "\n",
        't' => "\t",
        'r' => "\r",
        'b' => "\b",
        'f' => "\f",
        var sign => sign.ToString(),
    };

    [GeneratedRegex(@"\\(?:u[0-9A-Fa-f]{4}|.)")]
    private static partial Regex Escape();
}

namespace PaperDigest.Catalogue;

/// <summary>Cuts the source of a formula into tokens; blanks are none, as TeX has it in mathematics.</summary>
internal sealed class TexScanner(string source)
{
    private int _at;
    private TexToken? _next;
    private int _afterNext;

    public TexToken Peek()
    {
        if (_next is { } known) return known;
        var from = _at;
        var token = Scan();
        (_next, _afterNext, _at) = (token, _at, from);
        return token;
    }

    public TexToken Read()
    {
        var token = Peek();
        (_at, _next) = (_afterNext, null);
        return token;
    }

    /// <summary>The source between braces that open here, as it is written; null where none open or where nothing closes them.</summary>
    public string? RawGroup()
    {
        if (Peek().Kind != TexTokenKind.Open) return null;
        Read();
        return RawUntil('}');
    }

    /// <summary>The source between brackets that open here; null where none do.</summary>
    public string? RawOption()
    {
        if (!Peek().Is('[')) return null;
        Read();
        return RawUntil(']');
    }

    /// <summary>What stands behind a command up to the next character that is neither letter, digit nor point: 3mu, -1.5em.</summary>
    public void SkipLength()
    {
        (_next, _) = (null, 0);
        while (_at < source.Length && (char.IsAsciiLetterOrDigit(source[_at]) || source[_at] is '.' or '-' or ' ')) _at++;
    }

    private string? RawUntil(char close)
    {
        var depth = 0;
        for (var i = _at; i < source.Length; i++)
        {
            var c = source[i];
            if (c == '\\') i++;
            else if (c == close && depth == 0)
            {
                var raw = source[_at..i];
                _at = i + 1;
                return raw;
            }
            else if (c == '{') depth++;
            else if (c == '}' && --depth < 0) return null;
        }
        return null;
    }

    private TexToken Scan()
    {
        while (_at < source.Length && (char.IsWhiteSpace(source[_at]) || source[_at] == '\u200B')) _at++;
        if (_at == source.Length) return new(TexTokenKind.End, "");
        if (source[_at] == '\\') return new(TexTokenKind.Command, Command());
        var length = char.IsHighSurrogate(source[_at]) && _at + 1 < source.Length ? 2 : 1;
        var character = source.Substring(_at, length);
        _at += length;
        return new(Kind(character[0]), character);
    }

    private string Command()
    {
        var start = ++_at;
        while (_at < source.Length && char.IsAsciiLetter(source[_at])) _at++;
        if (_at == start && _at < source.Length) _at++;
        return source[start.._at];
    }

    private static TexTokenKind Kind(char c) => c switch
    {
        '{' => TexTokenKind.Open,
        '}' => TexTokenKind.Close,
        '^' => TexTokenKind.Superscript,
        '_' => TexTokenKind.Subscript,
        '&' => TexTokenKind.Cell,
        _ => TexTokenKind.Character,
    };
}

namespace PaperDigest.Search;

/// <summary>Reads a paper's words one after the other, field by field.</summary>
internal ref struct PaperReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private int _at;
    private int _left;
    private readonly uint _text;
    private readonly uint _authors;

    /// <param name="bytes">From the paper's beginning on (<see cref="TokenPages.From"/>).</param>
    public PaperReader(ReadOnlySpan<byte> bytes)
    {
        _bytes = bytes;
        _left = (int)VariableInteger.Read(bytes, ref _at);
        _text = VariableInteger.Read(bytes, ref _at);
        _authors = VariableInteger.Read(bytes, ref _at);
    }

    /// <summary>How many bytes the paper has, once it was read to its end.</summary>
    public readonly int BytesRead => _at;

    public PaperField Field { get; private set; }

    /// <summary>The number of the word in the vocabulary.</summary>
    public int Word { get; private set; }

    /// <summary>Whether the word is the joined form of those before it.</summary>
    public bool IsJoined { get; private set; }

    /// <summary>Goes on to the next word, in the next field where this one ends; false at the paper's end.</summary>
    public bool Next()
    {
        while (_left == 0)
        {
            if (Field == PaperField.Authors) return false;
            Field++;
            _left = (int)(Field == PaperField.Text ? _text : _authors);
        }
        _left--;
        var code = VariableInteger.Read(_bytes, ref _at);
        (Word, IsJoined) = ((int)(code >> 1), (code & 1) == 1);
        return true;
    }
}

namespace PaperDigest.Search;

/// <summary>The fields of a paper, in the order in which its words are stored.</summary>
internal enum PaperField
{
    Title,
    Text,
    Authors,
}

/// <summary>Turns a paper into the bytes that <see cref="PaperReader"/> reads: how many words each field has, and their numbers.</summary>
internal sealed class PaperWriter(Vocabulary vocabulary)
{
    /// <summary>A collaboration of thousands would fill the index with names nobody looks up one by one.</summary>
    private const int MostAuthors = 100;

    /// <summary>No abstract is longer; what is, is cut.</summary>
    private const int MostWords = 4_000;

    private readonly Tokenizer _tokenizer = new();
    private readonly List<uint> _words = [];
    private byte[] _bytes = new byte[1 << 14];

    /// <summary>Valid until the next call. New words enter the vocabulary.</summary>
    public ReadOnlySpan<byte> Write(IndexedPaper paper)
    {
        _words.Clear();
        var title = Add(paper.Title);
        var text = Add(paper.Text);
        var authors = paper.Authors.Take(MostAuthors).Sum(Add);
        if (_bytes.Length < VariableInteger.Longest * (_words.Count + 3)) _bytes = new byte[VariableInteger.Longest * (_words.Count + 3)];
        var at = 0;
        foreach (var count in (ReadOnlySpan<int>)[title, text, authors]) VariableInteger.Write(_bytes, ref at, (uint)count);
        foreach (var word in _words) VariableInteger.Write(_bytes, ref at, word);
        return _bytes.AsSpan(0, at);
    }

    private int Add(string text)
    {
        var tokens = _tokenizer.Cut(text);
        var count = Math.Min(tokens.Count, MostWords);
        for (var i = 0; i < count; i++)
        {
            var word = vocabulary.Add(_tokenizer.Letters(tokens[i]));
            _words.Add(((uint)word << 1) | (tokens[i].Joined ? 1u : 0u));
        }
        return count;
    }
}

namespace PaperDigest.Search;

/// <summary>
/// All words of the catalogue with their numbers, and for each the term under which it is looked up: its stem, which is a word of
/// this list itself. Whoever shares it between threads locks it; <see cref="Terms"/> may be read without.
/// </summary>
internal sealed class Vocabulary
{
    /// <summary>In <see cref="Terms"/>: a word that is not looked up.</summary>
    public const int NoTerm = -1;

    /// <summary>Word 0 stands for the end of a sentence.</summary>
    public const int SentenceEnd = 0;

    private readonly StringTable _words = new();
    private int[] _terms = new int[1 << 12];
    private bool[] _written = new bool[1 << 12];

    public Vocabulary()
    {
        _words.Add("");
        _terms[SentenceEnd] = NoTerm;
    }

    public int Count => _words.Count;

    public long Size => _words.Size + (5L * _terms.Length);

    /// <summary>The term of each word. Grows by being replaced: what was read once stays true.</summary>
    public int[] Terms => _terms;

    public string this[int word] => _words[word];

    public ReadOnlySpan<byte> Bytes(int word) => _words.Bytes(word);

    /// <summary>Whether a text has the word itself; of others it is the stem.</summary>
    public bool IsWritten(int word) => _written[word];

    /// <summary>The number of a word; -1 when no text has it.</summary>
    public int Find(ReadOnlySpan<char> word) => _words.Find(word);

    /// <summary>The number of a word, which gets one when it has none.</summary>
    public int Add(ReadOnlySpan<char> word)
    {
        var known = _words.Count;
        var number = _words.Add(word);
        if (number == known) SetTerm(number, StopWords.Contains(word) ? NoTerm : TermOf(word, number));
        _written[number] = true;
        return number;
    }

    /// <summary>The term under which a word is looked up, known or not; <see cref="NoTerm"/> when no text has its stem.</summary>
    public int FindTerm(ReadOnlySpan<char> word)
    {
        if (Find(word) is var known and >= 0) return _terms[known];
        if (StopWords.Contains(word)) return NoTerm;
        Span<char> stem = stackalloc char[word.Length];
        word.CopyTo(stem);
        return Find(stem[..Stemmer.Stem(stem)]);
    }

    /// <summary>Writes the words there are now. Others may be added meanwhile: what is there stays where it is.</summary>
    public void Save(BinaryWriter writer)
    {
        var count = Count;
        writer.Write(count);
        for (var word = 0; word < count; word++)
        {
            writer.Write((byte)Bytes(word).Length);
            writer.Write(Bytes(word));
            writer.Write(_terms[word]);
            writer.Write(_written[word]);
        }
    }

    /// <summary>Reads what was saved into this vocabulary, which is new.</summary>
    public void Load(BinaryReader reader)
    {
        Span<byte> bytes = stackalloc byte[byte.MaxValue];
        var count = reader.ReadInt32();
        for (var word = 0; word < count; word++)
        {
            var letters = bytes[..reader.ReadByte()];
            reader.BaseStream.ReadExactly(letters);
            SetTerm(_words.Add(letters), reader.ReadInt32());
            _written[word] = reader.ReadBoolean();
        }
    }

    private int TermOf(ReadOnlySpan<char> word, int number)
    {
        Span<char> stem = stackalloc char[word.Length];
        word.CopyTo(stem);
        var length = Stemmer.Stem(stem);
        if (stem[..length].SequenceEqual(word)) return number;
        var known = _words.Count;
        var term = _words.Add(stem[..length]);
        // A stem need not be a word of its own ("theori"), nor stem to itself; as a term it stands for itself.
        if (term == known) SetTerm(term, term);
        return term;
    }

    private void SetTerm(int number, int term)
    {
        if (number >= _terms.Length)
        {
            Array.Resize(ref _terms, Math.Max(number + 1, _terms.Length * 3 / 2));
            Array.Resize(ref _written, _terms.Length);
        }
        _terms[number] = term;
    }
}

namespace PaperDigest.Search;

/// <summary>Which paper is stored under which key, and which version of it, in some 40 bytes each. Whoever shares it between threads locks it.</summary>
internal sealed class PaperKeys
{
    private const int None = -1;
    private readonly StringTable _keys = new();
    private int[] _paperOfKey = new int[1024];
    private int[] _keyOfPaper = new int[1024];
    private long[] _stamps = new long[1024];

    public string KeyOf(int paper) => _keys[_keyOfPaper[paper]];

    public int? PaperOf(string key) => _keys.Find(key) is var known and >= 0 && _paperOfKey[known] is var paper and not None ? paper : null;

    public long? StampOf(string key) => _keys.Find(key) is var known and >= 0 && _paperOfKey[known] != None ? _stamps[known] : null;

    public IEnumerable<string> All() => Enumerable.Range(0, _keys.Count).Where(k => _paperOfKey[k] != None).Select(k => _keys[k]);

    /// <summary>Puts a paper under a key and returns the one that was there.</summary>
    public int? Put(string key, int paper, long stamp)
    {
        var known = _keys.Count;
        var number = _keys.Add(key);
        if (number == _paperOfKey.Length)
        {
            Array.Resize(ref _paperOfKey, 2 * number);
            Array.Resize(ref _stamps, 2 * number);
        }
        if (paper >= _keyOfPaper.Length) Array.Resize(ref _keyOfPaper, 2 * paper);
        var older = number < known && _paperOfKey[number] != None ? _paperOfKey[number] : (int?)null;
        (_paperOfKey[number], _stamps[number], _keyOfPaper[paper]) = (paper, stamp, number);
        return older;
    }

    /// <summary>Takes away what is under a key and returns it.</summary>
    public int? Remove(string key)
    {
        if (PaperOf(key) is not { } paper) return null;
        _paperOfKey[_keys.Find(key)] = None;
        return paper;
    }
}

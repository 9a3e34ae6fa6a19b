using System.Collections.Frozen;

namespace PaperDigest.Search;

/// <summary>
/// English words that say nothing about what a text is on. They are not looked up, but keep their place, so that a phrase in
/// quotes may hold them.
/// </summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> Words = (
        """
        a about above after again against all also am an and any are as at be because been before being below between both but by can cannot
        could did do does doing done down during each either etc few for from further had has have having he her here hers herself him himself
        his how however i if in into is it its itself just may me might more most much must my myself neither no nor not now of off on once
        only or other others ought our ours ourselves out over own same shall she should since so some such than that the their theirs them
        themselves then there therefore these they this those through thus to too under until up upon us very was we were what when where
        whether which while who whom whose why will with within without would you your yours yourself yourselves
        """).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BySpan = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> word) => BySpan.Contains(word);
}

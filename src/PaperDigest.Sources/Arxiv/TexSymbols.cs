using System.Collections.Frozen;

namespace PaperDigest.Sources.Arxiv;

/// <summary>
/// TeX's letters and signs that have a name, and only those that arXiv's interfaces turn into Unicode: <c>\varphi</c> and
/// <c>\varepsilon</c> are left in its answers, so they stay here as well.
/// </summary>
internal static class TexSymbols
{
    private static readonly FrozenDictionary<string, char> Named = new Dictionary<string, char>
    {
        ["aa"] = 'å', ["AA"] = 'Å', ["ae"] = 'æ', ["AE"] = 'Æ', ["oe"] = 'œ', ["OE"] = 'Œ', ["o"] = 'ø', ["O"] = 'Ø', ["l"] = 'ł', ["L"] = 'Ł',
        ["ss"] = 'ß', ["i"] = 'ı', ["j"] = 'ȷ', ["dh"] = 'ð', ["DH"] = 'Ð', ["eth"] = 'ð', ["ETH"] = 'Ð', ["th"] = 'þ', ["TH"] = 'Þ',
        ["dj"] = 'đ', ["DJ"] = 'Đ', ["ng"] = 'ŋ', ["NG"] = 'Ŋ',
        ["Gamma"] = 'Γ', ["Delta"] = 'Δ', ["Theta"] = 'Θ', ["Lambda"] = 'Λ', ["Xi"] = 'Ξ', ["Pi"] = 'Π', ["Sigma"] = 'Σ', ["Upsilon"] = 'Υ',
        ["Phi"] = 'Φ', ["Psi"] = 'Ψ', ["Omega"] = 'Ω',
        ["alpha"] = 'α', ["beta"] = 'β', ["gamma"] = 'γ', ["delta"] = 'δ', ["epsilon"] = 'ε', ["zeta"] = 'ζ', ["eta"] = 'η', ["theta"] = 'θ',
        ["iota"] = 'ι', ["kappa"] = 'κ', ["lambda"] = 'λ', ["mu"] = 'μ', ["nu"] = 'ν', ["xi"] = 'ξ', ["omicron"] = 'ο', ["pi"] = 'π',
        ["rho"] = 'ρ', ["varsigma"] = 'ς', ["sigma"] = 'σ', ["tau"] = 'τ', ["phi"] = 'φ', ["chi"] = 'χ', ["psi"] = 'ψ', ["omega"] = 'ω',
        ["P"] = '¶', ["S"] = '§', ["copyright"] = '©', ["guillemotleft"] = '«', ["guillemotright"] = '»', ["pounds"] = '£',
        ["dag"] = '†', ["ddag"] = '‡', ["div"] = '÷', ["deg"] = '°',
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, char>.AlternateLookup<ReadOnlySpan<char>> ByName = Named.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The character of a command's name, without its backslash.</summary>
    public static bool TryGet(ReadOnlySpan<char> name, out char symbol) => ByName.TryGetValue(name, out symbol);
}

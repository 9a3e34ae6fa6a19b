using System.Collections.Frozen;

namespace PaperDigest.Catalogue;

/// <summary>TeX's and AMS's names of signs, with what each sign is.</summary>
internal static class TexSigns
{
    private const string Ordinary =
        """
        infty ∞ nabla ∇ partial ∂ forall ∀ exists ∃ nexists ∄ emptyset ∅ varnothing ∅ ell ℓ hbar ℏ hslash ℏ Re ℜ Im ℑ wp ℘ aleph ℵ beth ℶ
        imath ı jmath ȷ angle ∠ measuredangle ∡ top ⊤ bot ⊥ prime ′ backprime ‵ neg ¬ lnot ¬ flat ♭ natural ♮ sharp ♯ clubsuit ♣
        diamondsuit ♦ heartsuit ♥ spadesuit ♠ square □ Box □ blacksquare ■ Diamond ◇ lozenge ◊ blacklozenge ⧫ triangle △ blacktriangle ▲
        triangledown ▽ blacktriangledown ▼ bigstar ★ checkmark ✓ maltese ✠ degree ° deg ° dag † ddag ‡ S § P ¶ copyright © circledR ® pounds £
        yen ¥ euro € dots … ldots … cdots ⋯ dotsc … dotsb ⋯ dotsm ⋯ dotsi ⋯ dotso … vdots ⋮ ddots ⋱ complement ∁ eth ð mho ℧ surd √
        backslash \ vert | Vert ‖ | ‖ lbrack [ rbrack ] % % # # & & _ _ $ $ textdollar $ textbackslash \ textasciitilde ~ sslash ⫽
        Alpha Α Beta Β Gamma Γ Delta Δ Epsilon Ε Zeta Ζ Eta Η Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ Nu Ν Xi Ξ Pi Π Rho Ρ Sigma Σ
        Tau Τ Upsilon Υ Phi Φ Chi Χ Psi Ψ Omega Ω alpha α beta β gamma γ delta δ epsilon ϵ zeta ζ eta η theta θ iota ι kappa κ lambda λ
        mu μ nu ν xi ξ omicron ο pi π rho ρ sigma σ varsigma ς tau τ upsilon υ phi ϕ chi χ psi ψ omega ω varepsilon ε vartheta ϑ
        varphi φ varrho ϱ varpi ϖ varkappa ϰ digamma ϝ upmu μ varGamma Γ varDelta Δ varTheta Θ varLambda Λ varXi Ξ varPi Π varSigma Σ
        varPhi Φ varPsi Ψ varOmega Ω aa å AA Å ae æ AE Æ oe œ OE Œ o ø O Ø l ł L Ł ss ß i ı j ȷ
        textendash – textemdash — textbar | textless < textgreater > textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ”
        texttimes × textdegree ° texttrademark ™ textregistered ® textcopyright © textbullet • textellipsis … textpm ± textmu µ
        """;

    private const string Binary =
        """
        times × div ÷ pm ± mp ∓ cdot ⋅ cdotp · ast ∗ star ⋆ circ ∘ bullet • oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ cap ∩ cup ∪ Cap ⋒ Cup ⋓
        uplus ⊎ sqcap ⊓ sqcup ⊔ vee ∨ lor ∨ wedge ∧ land ∧ setminus ∖ smallsetminus ∖ wr ≀ amalg ⨿ dagger † ddagger ‡ diamond ⋄ bigcirc ◯
        bigtriangleup △ bigtriangledown ▽ triangleleft ◁ triangleright ▷ ltimes ⋉ rtimes ⋊ boxplus ⊞ boxminus ⊟ boxtimes ⊠ boxdot ⊡
        circledast ⊛ circledcirc ⊚ circleddash ⊝ veebar ⊻ barwedge ⊼ curlyvee ⋎ curlywedge ⋏ divideontimes ⋇ dotplus ∔ intercal ⊺
        centerdot ⋅ leftthreetimes ⋋ rightthreetimes ⋌
        """;

    private const string Relations =
        """
        leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ leqslant ⩽ geqslant ⩾ leqq ≦ geqq ≧ ll ≪ gg ≫ lll ⋘ ggg ⋙ lesssim ≲ gtrsim ≳ lessapprox ⪅ gtrapprox ⪆
        lessgtr ≶ gtrless ≷ approx ≈ approxeq ≊ thickapprox ≈ sim ∼ thicksim ∼ simeq ≃ cong ≅ equiv ≡ doteq ≐ doteqdot ≑ coloneqq ≔ eqqcolon ≕
        coloneq ≔ triangleq ≜ propto ∝ varpropto ∝ asymp ≍ prec ≺ succ ≻ preceq ⪯ succeq ⪰ preccurlyeq ≼ succcurlyeq ≽ precsim ≾ succsim ≿
        nprec ⊀ nsucc ⊁ lt < gt > nless ≮ ngtr ≯ nleq ≰ ngeq ≱ in ∈ ni ∋ owns ∋ notin ∉ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊
        supsetneq ⊋ nsubseteq ⊈ nsupseteq ⊉ sqsubset ⊏ sqsupset ⊐ sqsubseteq ⊑ sqsupseteq ⊒ Subset ⋐ Supset ⋑ mid ∣ nmid ∤ shortmid ∣
        parallel ∥ nparallel ∦ perp ⊥ Perp ⫫ vdash ⊢ dashv ⊣ models ⊨ vDash ⊨ Vdash ⊩ Vvdash ⊪ nvdash ⊬ nvDash ⊭ bowtie ⋈ Join ⋈ smile ⌣
        frown ⌢ therefore ∴ because ∵ between ≬ pitchfork ⋔ trianglelefteq ⊴ trianglerighteq ⊵ vartriangleleft ⊲ vartriangleright ⊳ colon :
        rightarrow → to → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ iff ⟺ implies ⟹ impliedby ⟸
        longrightarrow ⟶ longleftarrow ⟵ longleftrightarrow ⟷ Longrightarrow ⟹ Longleftarrow ⟸ Longleftrightarrow ⟺ mapsto ↦ longmapsto ⟼
        uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓ Updownarrow ⇕ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ hookrightarrow ↪
        hookleftarrow ↩ rightharpoonup ⇀ rightharpoondown ⇁ leftharpoonup ↼ leftharpoondown ↽ rightleftharpoons ⇌ leftrightharpoons ⇋
        leadsto ⇝ rightsquigarrow ⇝ leftrightsquigarrow ↭ nrightarrow ↛ nleftarrow ↚ nleftrightarrow ↮ nRightarrow ⇏ nLeftarrow ⇍
        twoheadrightarrow ↠ twoheadleftarrow ↞ rightrightarrows ⇉ leftleftarrows ⇇ rightleftarrows ⇄ leftrightarrows ⇆ upuparrows ⇈
        downdownarrows ⇊ rightarrowtail ↣ leftarrowtail ↢ dashrightarrow ⇢ dashleftarrow ⇠ curvearrowright ↷ curvearrowleft ↶
        circlearrowright ↻ circlearrowleft ↺ multimap ⊸ textrightarrow → textleftarrow ←
        """;

    private const string Large =
        """
        sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ smallint ∫ bigcup ⋃ bigcap ⋂ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂ bigodot ⨀
        biguplus ⨄ bigsqcup ⨆
        """;

    private const string Open = "{ { lbrace { langle ⟨ lceil ⌈ lfloor ⌊ lvert | lVert ‖ lgroup ⟮ ulcorner ⌜ llcorner ⌞ llbracket ⟦";
    private const string Close = "} } rbrace } rangle ⟩ rceil ⌉ rfloor ⌋ rvert | rVert ‖ rgroup ⟯ urcorner ⌝ lrcorner ⌟ rrbracket ⟧";

    /// <summary>Signs that stand for themselves.</summary>
    private const string Typed = "+ + - − * ∗ = = < < > > : : / / ( ( [ [ ) ) ] ] , , ; ; ! ! ? ? | | . . ~ ~ @ @ \" ″ ` ‘";

    private static readonly string[] Functions =
    [
        "log", "ln", "lg", "exp", "sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh", "coth", "arcsin", "arccos", "arctan", "max", "min",
        "sup", "inf", "lim", "limsup", "liminf", "arg", "argmax", "argmin", "det", "dim", "ker", "hom", "gcd", "Pr", "tr", "Tr", "rank", "sgn", "sign",
        "diag", "softmax", "injlim", "projlim",
    ];

    private static readonly FrozenDictionary<string, MathNode.Sign> Named = new[]
    {
        (Ordinary, AtomClass.Ordinary), (Binary, AtomClass.Binary), (Relations, AtomClass.Relation), (Large, AtomClass.Large), (Open, AtomClass.Open),
        (Close, AtomClass.Close),
    }.SelectMany(t => Pairs(t.Item1).Select(p => (p.Name, Sign: new MathNode.Sign(p.Sign, t.Item2)))).ToFrozenDictionary(p => p.Name, p => p.Sign);

    /// <summary>Unicode's own signs, which stored texts hold in place of their names.</summary>
    private static readonly FrozenDictionary<string, AtomClass> Classes = Named.Values.Select(s => (s.Text, s.Part)).Concat(TypedClasses())
        .GroupBy(s => s.Text).ToFrozenDictionary(g => g.Key, g => g.Last().Item2);

    private static readonly FrozenDictionary<string, string> Types = Pairs(Typed).ToFrozenDictionary(p => p.Name, p => p.Sign);

    private static readonly FrozenSet<string> FunctionNames = Functions.ToFrozenSet();

    /// <summary>The sign that a command names, without its backslash; null when it names none.</summary>
    public static MathNode.Sign? Of(string command) => Named.GetValueOrDefault(command);

    public static bool IsFunction(string command) => FunctionNames.Contains(command);

    /// <summary>What a character that is neither letter nor digit is set as.</summary>
    public static MathNode.Sign Typing(string character)
    {
        var text = Types.GetValueOrDefault(character, character);
        return new(text, Classes.GetValueOrDefault(text));
    }

    private static IEnumerable<(string Text, AtomClass Part)> TypedClasses()
    {
        foreach (var text in (string[])["+", "−", "∗"]) yield return (text, AtomClass.Binary);
        foreach (var text in (string[])["=", "<", ">", ":"]) yield return (text, AtomClass.Relation);
        foreach (var text in (string[])["(", "["]) yield return (text, AtomClass.Open);
        foreach (var text in (string[])[")", "]", "!", "?"]) yield return (text, AtomClass.Close);
        foreach (var text in (string[])[",", ";"]) yield return (text, AtomClass.Punctuation);
        foreach (var text in (string[])["|", "‖", "/", "."]) yield return (text, AtomClass.Ordinary);
    }

    private static IEnumerable<(string Name, string Sign)> Pairs(string words)
    {
        var split = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i + 1 < split.Length; i += 2) yield return (split[i], split[i + 1]);
    }
}

using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Tests.Sources;

public sealed class ArxivCategoryTests
{
    [Theory]
    [InlineData("cs.AI", "cs.AI")]
    [InlineData("CS.ai", "cs.AI")]
    [InlineData(" hep-th ", "hep-th")]
    [InlineData("cs.SY", "eess.SY")]
    [InlineData("cs.na", "math.NA")]
    [InlineData("math.MP", "math-ph")]
    [InlineData("stat.TH", "math.ST")]
    [InlineData("math.IT", "cs.IT")]
    [InlineData("q-fin.EC", "econ.GN")]
    [InlineData("cmp-lg", "cs.CL")]
    [InlineData("cond-mat.Mtrl-Sci", "cond-mat.mtrl-sci")]
    [InlineData("physics.acc-ph", "physics.acc-ph")]
    [InlineData("physics.optics", "physics.optics")]
    [InlineData("astro-ph", "astro-ph")]
    [InlineData("q-bio.NC", "q-bio.NC")]
    [InlineData("nlin.AO", "nlin.AO")]
    public void A_category_has_one_name(string text, string canonical)
    {
        Assert.True(ArxivCategory.TryCanonical(text, out var category));
        Assert.Equal(canonical, category);
    }

    [Fact]
    public void Every_absorbed_archive_has_become_a_category()
    {
        const string absorbed = "acc-phys adap-org alg-geom ao-sci atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas dg-ga funct-an mtrl-th patt-sol "
            + "plasm-ph q-alg solv-int supr-con";
        const string categories = "physics.acc-ph nlin.AO math.AG physics.ao-ph physics.atom-ph physics.data-an nlin.CD physics.chem-ph cs.CL nlin.CG math.DG "
            + "math.FA cond-mat.mtrl-sci nlin.PS physics.plasm-ph math.QA nlin.SI cond-mat.supr-con";
        Assert.Equal(categories, string.Join(' ', ArxivCategory.Canonical(absorbed.Split(' '))));
    }

    [Fact]
    public void Old_papers_of_archives_that_now_have_subjects_keep_the_archive() =>
        Assert.Equal(["astro-ph", "cond-mat", "q-bio"], ArxivCategory.Canonical(" astro-ph  cond-mat q-bio ".Split(' ')));

    [Fact]
    public void Every_shape_of_name_in_arXivs_taxonomy_is_known()
    {
        const string taxonomy = "cond-mat.dis-nn cond-mat.mes-hall cond-mat.mtrl-sci cond-mat.other cond-mat.quant-gas cond-mat.soft cond-mat.stat-mech "
            + "cond-mat.str-el cond-mat.supr-con astro-ph.EP gr-qc hep-ex hep-lat hep-ph math-ph nlin.SI nucl-ex nucl-th quant-ph "
            + "physics.atm-clus physics.class-ph physics.data-an physics.flu-dyn physics.ins-det physics.space-ph q-bio.QM q-fin.TR econ.EM eess.IV";
        Assert.Equal(taxonomy, string.Join(' ', ArxivCategory.Canonical(taxonomy.Split(' '))));
    }

    [Fact]
    public void Classes_of_other_schemes_and_repeats_are_left_out()
    {
        var categories = ArxivCategory.Canonical(["cs.SY", "eess.SY", "", " ", "I.2.7", "68T50; 68T07", "68T05", "F.2.2; G.1", "cs.LG", "Primary 68T05", "CS", "na", "robots"]);
        Assert.Equal(["eess.SY", "cs.LG"], categories);
    }

    [Theory]
    [InlineData("cs.AI", "cs:cs:AI")]
    [InlineData("stat.ML", "stat:stat:ML")]
    [InlineData("math.NA", "math:math:NA")]
    [InlineData("cs.SY", "eess:eess:SY")]
    [InlineData("hep-th", "physics:hep-th")]
    [InlineData("astro-ph.EP", "physics:astro-ph:EP")]
    [InlineData("physics.optics", "physics:physics:optics")]
    [InlineData("cs", "cs:cs")]
    public void A_category_is_found_in_its_set(string category, string set) => Assert.Equal(set, ArxivCategory.OaiSet(category));
}

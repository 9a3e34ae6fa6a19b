namespace PaperDigest.Ranking;

/// <summary>Registers what puts papers in order.</summary>
internal static class RankingSetup
{
    public static WebApplicationBuilder AddRanking(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DayRanking>();
        builder.Services.AddSingleton<RankedLists>();
        builder.Services.AddSingleton<PeriodQueries>();
        return builder;
    }
}

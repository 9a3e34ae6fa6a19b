using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PaperDigest.Database;
using PaperDigest.Hosting;

namespace PaperDigest.Accounts;

/// <summary>Registers accounts: ASP.NET Core Identity without passwords, signed in by a one-time link that is mailed or printed, or by a passkey.</summary>
internal static class AccountsSetup
{
    public static WebApplicationBuilder AddAccounts(this WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        builder.Services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = "pd_account";
            cookie.LoginPath = "/signin";
            cookie.AccessDeniedPath = "/signin";
            cookie.ReturnUrlParameter = "return";
            cookie.ExpireTimeSpan = TimeSpan.FromDays(30);
            cookie.SlidingExpiration = true;
        });
        // How long a session that was ended elsewhere lives on; each look costs one row by key.
        builder.Services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = TimeSpan.FromMinutes(1));
        builder.Services.AddIdentityCore<Account>(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                // An account is named by its address, and addresses may hold an apostrophe and more.
                identity.User.AllowedUserNameCharacters = "";
            })
            .AddEntityFrameworkStores<PaperDigestDb>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<AccountClaims>();
        builder.Services.AddAuthorizationBuilder()
            .AddPolicy(Policies.Curator, policy => policy.RequireRole(Policies.Curator))
            .AddPolicy(Policies.Admin, policy => policy.RequireRole(Policies.Admin));
        builder.Services.AddCascadingAuthenticationState();
        builder.AddValidatedOptions<AccountsOptions>("Accounts");
        builder.Services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<SiteOptions>>((passkeys, site) =>
        {
            // Browsers bind a passkey to this name; behind a proxy the request need not have it.
            passkeys.ServerDomain = PasskeyDomain.Of(site.Value);
            // On /signin nobody has said who he is.
            passkeys.ResidentKeyRequirement = "required";
        });
        builder.Services.AddSingleton<SignInLinks>();
        builder.Services.AddSingleton<SignInMails>();
        builder.Services.AddSingleton<AskForLink>();
        builder.Services.AddSingleton<PublicNames>();
        builder.Services.AddSingleton<PersonalRecords>();
        builder.Services.AddScoped<SigningIn>();
        builder.Services.AddScoped<AccountBook>();
        return builder;
    }

    public static WebApplication MapAccounts(this WebApplication app)
    {
        app.MapSignIn();
        app.MapAccountForms();
        app.MapLeaving();
        app.MapPasskeys();
        return app;
    }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace PaperDigest.Hosting;

/// <summary>Binds a slice's options and refuses to start on a bad value, naming the key to set.</summary>
internal static class ValidatedOptions
{
    /// <summary>Binds <typeparamref name="T"/> to <paramref name="section"/> and checks its annotations at start.</summary>
    public static OptionsBuilder<T> AddValidatedOptions<T>(this WebApplicationBuilder builder, string section)
        where T : class
    {
        builder.Services.AddSingleton<IValidateOptions<T>>(new AnnotationCheck<T>(section));
        return builder.Services.AddOptions<T>().Configure<IConfiguration>((options, all) => Bind(options, all.GetSection(section))).ValidateOnStart();
    }

    /// <summary>A setting that is true unless it says false.</summary>
    public static bool IsOn(this IConfiguration configuration, string key) =>
        configuration[key] is not { Length: > 0 } text ? true
        : bool.TryParse(text, out var on) ? on
        : throw new OptionsValidationException(key, typeof(bool), [$"{key} (environment {key.Replace(":", "__", StringComparison.Ordinal)}): '{text}' is neither true nor false."]);

    private static void Bind<T>(T options, IConfigurationSection section)
        where T : class
    {
        try
        {
            section.Bind(options);
        }
        catch (InvalidOperationException e)
        {
            // A word where a number belongs; the message names the key.
            throw new OptionsValidationException(section.Key, typeof(T), [e.Message]);
        }
    }

    private sealed class AnnotationCheck<T>(string section) : IValidateOptions<T>
        where T : class
    {
        public ValidateOptionsResult Validate(string? name, T options)
        {
            var results = new List<ValidationResult>();
            if (Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true))
                return ValidateOptionsResult.Success;
            return ValidateOptionsResult.Fail(results.Select(r =>
                $"{section}:{r.MemberNames.FirstOrDefault()} (environment {section}__{r.MemberNames.FirstOrDefault()}): {r.ErrorMessage}"));
        }
    }
}

#include "models/risk/simulation_inputs.h"

#include "models/input_fields.h"

#include <map>
#include <optional>
#include <vector>

namespace trestle {

namespace {

/// Resets every field of a value, and of the values it holds, that no run depends on.
template <class T>
struct Reduce {
    static void in(T& value)
    {
        forEachField<T>([&](const auto& field) {
            auto& part = value.*field.member;
            if (field.inRuns == InRuns::no)
                part = T{}.*field.member;
            else
                Reduce<std::remove_cvref_t<decltype(part)>>::in(part);
        });
    }
};

template <class T>
struct Reduce<std::optional<T>> {
    static void in(std::optional<T>& value)
    {
        if (value)
            Reduce<T>::in(*value);
    }
};

template <class T>
struct Reduce<std::vector<T>> {
    static void in(std::vector<T>& values)
    {
        for (T& value : values)
            Reduce<T>::in(value);
    }
};

template <class T>
struct Reduce<std::map<std::string, T>> {
    static void in(std::map<std::string, T>& values)
    {
        for (auto& [id, value] : values)
            Reduce<T>::in(value);
    }
};

} // namespace

Inputs simulationInputs(Inputs inputs)
{
    Reduce<Inputs>::in(inputs);
    std::erase_if(inputs.items, [](const auto& entry) { return entry.second == ItemInput{}; });
    return inputs;
}

} // namespace trestle
